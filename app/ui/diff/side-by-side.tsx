import type { ReactNode } from "react";
import { joinChanges } from "./join-changes";
import { type Change, WordDiff } from "./word-diff";

type Props = { before: ReactNode; after: ReactNode; changes: Change[]; lang: string };

/** Before with what went, after with what came; one under the other where there is no room, and one alone where there is only one. */
export function SideBySide({ before, after, changes, lang }: Props) {
  const earlier = joinChanges(changes.filter(({ kind }) => kind !== "added"));
  const later = joinChanges(changes.filter(({ kind }) => kind !== "removed"));
  const alone = earlier.length === 0 || later.length === 0;
  return (
    <div className="diff-pair" data-alone={alone || undefined}>
      {earlier.length > 0 && (
        <div>
          {!alone && <span className="label">{before}</span>}
          <WordDiff lang={lang} changes={earlier} />
        </div>
      )}
      {later.length > 0 && (
        <div>
          {!alone && <span className="label">{after}</span>}
          <WordDiff lang={lang} changes={later} />
        </div>
      )}
    </div>
  );
}
