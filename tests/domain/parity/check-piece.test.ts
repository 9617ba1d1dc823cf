import { describe, expect, it } from "vitest";
import { checkPiece } from "~/domain/parity/check-piece";
import { agreeing, blocking, differing } from "./pairs";

const keyTerms = ["BORDER FENTANYL FIN-2026-A001"];

describe("two texts that say the same", () => {
  it.each(agreeing)("agree: %j = %j", (es, en) => {
    expect(checkPiece({ es, en }, { keyTerms })).toEqual([]);
  });
});

describe("two texts that differ", () => {
  it.each(differing)("are told apart: %j ≠ %j (%s)", (es, en, kind) => {
    const findings = checkPiece({ es, en }, { keyTerms });
    expect(findings.map((finding) => finding.kind)).toContain(kind);
    for (const finding of findings) {
      for (const language of ["es", "en"] as const) {
        for (const mark of finding[language]) {
          expect({ es, en }[language].slice(mark.start, mark.end)).toBe(mark.text);
        }
      }
    }
  });
});

describe("two texts with another figure, date or name", () => {
  it.each(blocking)("block publication: %j ≠ %j", (es, en) => {
    expect(checkPiece({ es, en }).map(({ severity }) => severity)).toContain("blocking");
  });

  it("are told apart whichever figure of an agreeing pair is altered", () => {
    const unseen: string[] = [];
    // Markdown counts a list by itself, whatever its figures.
    for (const [es, en] of agreeing.filter(([text]) => !text.startsWith("1. "))) {
      const texts = { es, en };
      for (const language of ["es", "en"] as const) {
        for (const { index } of texts[language].matchAll(/\d(?!\d)/g)) {
          const figure = (Number(texts[language][index]) + 1) % 10;
          const altered = `${texts[language].slice(0, index)}${figure}${texts[language].slice(index + 1)}`;
          if (checkPiece({ ...texts, [language]: altered }).length === 0)
            unseen.push(`${altered} (${es} | ${en})`);
        }
      }
    }
    expect(unseen).toEqual([]);
  });
});
