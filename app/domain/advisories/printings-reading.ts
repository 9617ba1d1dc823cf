import type { Language, RedFlag, Tlp } from "./advisory.form";
import { type Said, saidIn } from "./reading";
import { compareText, type Run } from "./text-diff";

export type PrintingReading = {
  version: number;
  publishedAt: string;
  state: RedFlag["state"];
  tlp: Tlp;
  note: Said | null;
  language: Language;
  /** Against the printing before; the first is all one piece. */
  runs: Run[];
};

type Printing = { version: number; publishedAt: Date; content: RedFlag };

/** Each printing of a red flag against the one before it, newest first. */
export function readPrintings(printings: Printing[], language: Language): PrintingReading[] {
  const inOrder = [...printings].sort((a, b) => a.version - b.version);
  return inOrder
    .map(({ version, publishedAt, content }, i) => {
      const said = saidIn(language, content.text) ?? { lang: language, text: "" };
      const before = inOrder[i - 1]?.content.text[said.lang] ?? said.text;
      return {
        version,
        publishedAt: publishedAt.toISOString(),
        state: content.state,
        tlp: content.tlp,
        note: saidIn(language, content.changeNote),
        language: said.lang,
        runs: compareText(before, said.text, said.lang).runs,
      };
    })
    .reverse();
}
