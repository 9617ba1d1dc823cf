import { Fragment } from "react";
import type { Run } from "~/domain/advisories/text-diff";

export type Change = Run;

/** One text with its insertions underlined and its deletions struck through. */
export function WordDiff({ changes, lang }: { changes: Change[]; lang: string }) {
  return (
    <p className="diff" lang={lang}>
      {changes.map(({ kind, text }, i) => {
        const key = `${i}-${kind}`;
        if (kind === "added") return <ins key={key}>{text}</ins>;
        if (kind === "removed") return <del key={key}>{text}</del>;
        return <Fragment key={key}>{text}</Fragment>;
      })}
    </p>
  );
}
