import type { ReactNode } from "react";
import { type Change, WordDiff } from "./word-diff";

type Props = { before: ReactNode; after: ReactNode; changes: Change[]; lang: string };

/** Before with what went, after with what came; one under the other where there is no room. */
export function SideBySide({ before, after, changes, lang }: Props) {
  return (
    <div className="diff-pair">
      <div>
        <span className="label">{before}</span>
        <WordDiff lang={lang} changes={changes.filter(({ kind }) => kind !== "added")} />
      </div>
      <div>
        <span className="label">{after}</span>
        <WordDiff lang={lang} changes={changes.filter(({ kind }) => kind !== "removed")} />
      </div>
    </div>
  );
}
