import { describe, expect, it } from "vitest";
import { checkPiece } from "~/domain/parity/check-piece";
import { agreeing, differing } from "./pairs";

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
