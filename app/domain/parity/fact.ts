import type { FindingKind, Mark } from "./parity";

/** What a text states that the other language must state too. Two facts agree when they share a key. */
export type Fact = Mark & {
  kind: FindingKind;
  /** Every reading of the passage, the likeliest first. */
  keys: string[];
  /** `paired`: reported only against a fact of the same kind on the other side (a word that idiom may drop). */
  certainty: "sure" | "paired";
  value?: number;
};

type Draft = Pick<Fact, "kind" | "keys"> & Partial<Fact>;

/** A text from which facts are taken one kind after the other, so that no passage is read twice. Offsets never move. */
export class Scan {
  rest: string;
  facts: Fact[] = [];

  constructor(readonly text: string) {
    this.rest = text
      .replace(/[\u00a0\u2007\u2009\u200a\u202f]/g, " ")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/[\u2018\u2019\u02bc]/g, "'")
      // Emphasis stands between a figure and its unit, never in the meaning.
      .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, " ");
  }

  /** `read` answers what a match states, an empty list to pass over it for good, or undefined to leave it for later readers. */
  take(pattern: RegExp, read: (match: RegExpExecArray, at: number) => Draft | Draft[] | undefined) {
    const kept: string[] = [];
    let from = 0;
    for (const match of this.rest.matchAll(pattern)) {
      const found = read(match, match.index);
      if (found === undefined) continue;
      const end = match.index + match[0].length;
      for (const draft of [found].flat()) this.add(draft, match.index, end);
      kept.push(this.rest.slice(from, match.index), "\ue000".repeat(match[0].length));
      from = end;
    }
    if (from > 0) this.rest = kept.join("") + this.rest.slice(from);
  }

  add(draft: Draft, start: number, end: number) {
    const span = { start: draft.start ?? start, end: draft.end ?? end };
    this.facts.push({
      certainty: "sure",
      ...draft,
      ...span,
      text: this.text.slice(span.start, span.end),
    });
  }
}

/** A number as a key: the same for 1,246, 1 246, 1246.0 and 1.246 thousand. */
export const numberKey = (value: number) => `n:${Number(value.toPrecision(15))}`;
