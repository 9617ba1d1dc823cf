import type { ReactNode } from "react";
import type { Run } from "~/domain/advisories/text-diff";
import { WordDiff } from "./word-diff";

type Props = { before: ReactNode; after: ReactNode; runs: Run[]; lang: string };

/** Before with what went, after with what came; one under the other where there is no room, and one alone where there is only one. */
export function SideBySide({ before, after, runs, lang }: Props) {
  const earlier = runs.filter(({ kind }) => kind !== "added");
  const later = runs.filter(({ kind }) => kind !== "removed");
  const alone = earlier.length === 0 || later.length === 0;
  return (
    <div className="diff-pair" data-alone={alone || undefined}>
      {earlier.length > 0 && (
        <div>
          <span className="label">{before}</span>
          <WordDiff lang={lang} runs={earlier} />
        </div>
      )}
      {later.length > 0 && (
        <div>
          <span className="label">{after}</span>
          <WordDiff lang={lang} runs={later} />
        </div>
      )}
    </div>
  );
}
