import { describe, expect, it } from "vitest";
import { emptyContent, emptyRedFlag, piecesOf } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { checkParity } from "~/domain/parity/check-parity";
import { findingsAt, isInParity } from "~/domain/parity/parity";

const flagId = "0198a5a0-0000-7000-8000-000000000001";

function bilingual(): AdvisoryContent {
  const content = emptyContent("advisory", [{ organisationId: null, shortName: "UIF", role: "lead" }]);
  return {
    ...content,
    title: { es: "Aviso sobre efectivo", en: "Advisory on cash" },
    summary: { es: "Trata de 2024.", en: "It is about 2024." },
    redFlags: [
      {
        ...emptyRedFlag(flagId, 7),
        text: { es: "Menos de 10,000 dólares.", en: "Under $10,000." },
      },
    ],
  };
}

describe("parity of an advisory", () => {
  it("holds when every piece says the same", () => {
    const report = checkParity(bilingual());
    expect(report).toEqual({ compared: true, pieces: piecesOf(bilingual()).length, findings: [] });
    expect(isInParity(report)).toBe(true);
  });

  it("says where a piece differs and what stands on each side", () => {
    const content = bilingual();
    content.redFlags = [
      { ...emptyRedFlag(flagId, 7), text: { es: "Menos de 1,000 dólares.", en: "Under $10,000." } },
    ];
    const report = checkParity(content);
    expect(isInParity(report)).toBe(false);
    expect(report.findings).toEqual([
      {
        path: `redFlags/${flagId}/text`,
        field: "redFlagText",
        place: "RF-07",
        kind: "amount",
        severity: "blocking",
        message: "amount.differs",
        values: { es: "1,000 dólares", en: "$10,000" },
        es: [{ start: 9, end: 22, text: "1,000 dólares" }],
        en: [{ start: 6, end: 13, text: "$10,000" }],
      },
    ]);
    expect(findingsAt(report, `redFlags/${flagId}/text`)).toHaveLength(1);
    expect(findingsAt(report, "title")).toEqual([]);
  });

  it("asks for every required piece in both languages, and for optional ones in both or neither", () => {
    const content = bilingual();
    content.title = { es: "", en: "" };
    content.legalBasis = { es: "Artículo 115.", en: "" };
    expect(checkParity(content).findings.map(({ path, message }) => [path, message])).toEqual([
      ["title", "missing.both"],
      ["legalBasis", "missing.en"],
    ]);
  });

  it("keeps the key terms of the filing block the same in both languages", () => {
    const content = bilingual();
    content.filing.us.keyTerms = [
      { id: flagId, printed: "BORDER CASH", normalised: "BORDER CASH", appliesTo: null, secondary: false },
    ];
    content.contact = { es: "Escriba EFECTIVO en el campo.", en: "Write “BORDER CASH” in the field." };
    expect(checkParity(content).findings.map(({ message, values }) => [message, values.en])).toEqual([
      ["key-term.only_en", "BORDER CASH"],
    ]);
    content.contact.es = "Escriba «BORDER CASH» en el campo.";
    expect(checkParity(content).findings).toEqual([]);
  });

  it("does not stop on a notice", () => {
    const content = bilingual();
    content.summary = { es: "- a\n- b", en: "- a" };
    const report = checkParity(content);
    expect(report.findings.map(({ kind }) => kind)).toEqual(["list-items"]);
    expect(isInParity(report)).toBe(true);
  });

  it("compares nothing in a document that stands in its original language only", () => {
    const content: AdvisoryContent = {
      ...bilingual(),
      origin: "imported",
      translation: { es: "missing", en: "original" },
    };
    content.title = { es: "", en: "Advisory" };
    expect(checkParity(content)).toMatchObject({ compared: false, findings: [] });
    expect(
      checkParity({ ...content, translation: { es: "human-reviewed", en: "original" } }).findings,
    ).toHaveLength(1);
  });
});
