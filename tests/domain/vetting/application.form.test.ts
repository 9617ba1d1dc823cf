import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRoutingNumber } from "~/domain/screening/routing-number";
import { type Applying, applicationForm } from "~/domain/vetting/application.form";
import { compact, isBic, isClabeBank, isLei } from "~/domain/vetting/identifiers";
import es from "~locales/es/refused.json";

const mexican: Applying = { kind: "institution", jurisdiction: "MX", today: "2026-11-22" };
const american: Applying = { ...mexican, jurisdiction: "US" };
const complete = {
  nameEs: "Banco",
  nameEn: "Bank",
  sector: "bank",
  sizeBand: "small",
  lei: "DEMO00BRAVO000000146",
};

const faults = (typed: Record<string, string>, applying = mexican) => {
  const read = applicationForm(applying).safeParse({ ...complete, ...typed });
  return read.success
    ? {}
    : Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join("."), message]));
};

describe("identifiers", () => {
  test("a LEI counts with its check digits, and with no other digit or two signs exchanged", () => {
    // GLEIF's own, and Bloomberg's: both published.
    for (const lei of ["506700GE1G29325QX363", "5493001KJTIIGC8Y1R12"]) expect(isLei(lei)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const lei = "506700GE1G29325QX363";
        const digit = Number.parseInt(lei[place] ?? "0", 36);
        const other = ((digit + shift) % (place > 17 ? 10 : 36)).toString(36).toUpperCase();
        return other === lei[place] || !isLei(lei.slice(0, place) + other + lei.slice(place + 1));
      }),
    );
    expect(isLei("506700GE1G29325QX3")).toBe(false);
    expect(isLei("506700EG1G29325QX363")).toBe(false);
  });

  test("a BIC is of a country that exists, and has eight or eleven signs", () => {
    for (const bic of ["BNMXMXMM", "BOFAUS3NXXX", "ZBRVMXM0"]) expect(isBic(bic)).toBe(true);
    for (const bic of ["BNMXXXMM", "BNMXZZMM", "BNMXMX", "BNMXMXMM1", ""]) expect(isBic(bic)).toBe(false);
  });

  test("an ABA number has its check digit and a range that exists; a CLABE bank has three digits", () => {
    for (const aba of ["021000021", "121000358", "111000025"]) expect(isRoutingNumber(aba)).toBe(true);
    for (const aba of ["021000022", "991000028", "000000000", "02100002"])
      expect(isRoutingNumber(aba)).toBe(false);
    expect([isClabeBank("002"), isClabeBank("000"), isClabeBank("02"), isClabeBank("0021")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test("are read as people group them", () => {
    expect(compact(" 5067 00ge-1G29 325Q X363 ")).toBe("506700GE1G29325QX363");
  });
});

describe("an application", () => {
  test("that is whole has no fault, and what is left open is none recorded", () => {
    expect(applicationForm(mexican).parse(complete)).toMatchObject({
      lei: "DEMO00BRAVO000000146",
      bic: null,
      recordedGround: null,
      registered314bUntil: null,
    });
  });

  test.each([
    ["lei", { lei: "DEMO00BRAVO000000147" }, "errors.lei_wrong"],
    ["bic", { bic: "BNMXZZMM" }, "errors.bic_wrong"],
    ["bankCode", { bankCode: "000" }, "errors.clabe_bank_wrong"],
    ["lei", { lei: "" }, "errors.identifier_missing"],
    ["sector", { sector: "" }, "errors.sector_missing"],
    ["sector", { sector: "piracy" }, "errors.choice_unknown"],
    ["sizeBand", { sizeBand: "" }, "errors.size_missing"],
    ["nameEs", { nameEs: " " }, "errors.organisation_name_missing"],
    ["nameEs", { nameEs: "\u0421NB\u0412" }, "errors.name_malformed"],
    ["nameEn", { nameEn: "Bank \u202eVBNC" }, "errors.name_malformed"],
    ["nameEn", { nameEn: "CNBV\u200b" }, "errors.name_malformed"],
    ["recordedGroundOn", { recordedGround: "Art. 115" }, "errors.cover_start_missing"],
    ["recordedGround", { recordedGroundOn: "2026-01-01" }, "errors.ground_missing"],
    [
      "recordedGroundOn",
      { recordedGround: "Art. 115", recordedGroundOn: "2026-12-01" },
      "errors.day_to_come",
    ],
    [
      "recordedGroundOn",
      { recordedGround: "Art. 115", recordedGroundOn: "2026-02-30" },
      "errors.day_unreadable",
    ],
    ["note", { note: "x".repeat(2001) }, "errors.too_long"],
  ])("of a Mexican bank says at %s what is wrong", (field, typed, message) => {
    expect(faults(typed as Record<string, string>)).toMatchObject({ [field]: message });
  });

  test.each([
    ["bankCode", { bankCode: "021000022" }, "errors.routing_number_wrong"],
    ["registered314bUntil", { registered314bOn: "2026-01-01" }, "errors.cover_end_missing"],
    ["registered314bOn", { registered314bUntil: "2027-01-01" }, "errors.cover_start_missing"],
    [
      "registered314bUntil",
      { registered314bOn: "2026-01-02", registered314bUntil: "2026-01-01" },
      "errors.cover_ends_first",
    ],
    [
      "registered314bOn",
      { registered314bOn: "2027-01-02", registered314bUntil: "2028-01-01" },
      "errors.day_to_come",
    ],
  ])("of an American bank says at %s what is wrong", (field, typed, message) => {
    expect(faults(typed as Record<string, string>, american)).toEqual({ [field]: message });
  });

  test("keeps no cover of the other country's law", () => {
    const read = applicationForm(american).parse({
      ...complete,
      recordedGround: "Art. 115",
      recordedGroundOn: "2026-01-01",
    });
    expect(read).toMatchObject({ recordedGround: null, recordedGroundOn: null });
  });

  test("has a sentence for each of its faults", () => {
    const messages = [
      "lei_wrong",
      "bic_wrong",
      "clabe_bank_wrong",
      "routing_number_wrong",
      "identifier_missing",
      "sector_missing",
      "size_missing",
      "choice_unknown",
      "organisation_name_missing",
      "cover_start_missing",
      "cover_end_missing",
      "cover_ends_first",
      "ground_missing",
      "day_to_come",
      "day_unreadable",
      "too_long",
      "contact_missing",
    ];
    expect(messages.filter((message) => !(message in es))).toEqual([]);
  });
});
