import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AdvisoryView } from "~/domain/advisories/advisories.server";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import { readPrintings } from "~/domain/advisories/printings-reading";
import { readAdvisory } from "~/domain/advisories/reading.server";

const words = { es: { footnotes: "Notas", back: "Volver" }, en: { footnotes: "Notes", back: "Back" } };
const english = (en: string) => ({ es: "", en });
const both = (es: string, en: string) => ({ es, en });

function aView(change: Partial<AdvisoryView["content"]> = {}): AdvisoryView {
  const issuers = [{ organisationId: null, shortName: "FinCEN", role: "lead" as const }];
  const content = { ...emptyContent("advisory", issuers), title: both("Título", "Title"), ...change };
  return {
    id: randomUUID(),
    number: "FIN-2026-A001",
    status: "published",
    version: 1,
    currentVersion: 1,
    firstPublishedAt: new Date("2026-01-02T03:04:05Z"),
    publishedAt: new Date("2026-01-02T03:04:05Z"),
    leadOrganisationId: randomUUID(),
    withdrawal: null,
    replacedBy: null,
    content,
    contentHash: "0".repeat(64),
    versions: [],
    typologies: [],
    linkable: ["fin-2025-a001"],
  };
}

const flag = (n: number, change = {}) => ({
  ...emptyRedFlag(randomUUID(), n),
  text: both("Señal", "Flag"),
  ...change,
});

const source = (rest: Record<string, unknown>, url: string | null = null) => ({
  name: "Un supervisor",
  url,
  licence: "",
  regulator: "",
  jurisdiction: "",
  documentType: "",
  printedNumber: "",
  rest,
});

describe("what a file held beyond the model", () => {
  const moreOf = (rest: Record<string, unknown>) =>
    readAdvisory(aView({ source: source(rest) }), { language: "es", words }).source?.more;

  it("is shown under the file's own names, lists and records within it too, as text", () => {
    expect(
      moreOf({
        complete: true,
        pages: 7,
        note: "<b>tal cual</b>",
        annexes: ["A", { name: "B", rows: [1, 2] }],
        redFlags: [{ n: 2, severity: "alta" }],
      }),
    ).toEqual([
      { name: "complete", values: ["true"] },
      { name: "pages", values: ["7"] },
      { name: "note", values: ["<b>tal cual</b>"] },
      {
        name: "annexes",
        values: [
          "A",
          [
            { name: "name", values: ["B"] },
            { name: "rows", values: ["1", "2"] },
          ],
        ],
      },
      {
        name: "redFlags",
        values: [
          [
            { name: "n", values: ["2"] },
            { name: "severity", values: ["alta"] },
          ],
        ],
      },
    ]);
  });

  it("is not named where it says nothing", () => {
    expect(moreOf({ date: null, otherLanguages: [], note: " ", annex: {}, annexes: [{}] })).toEqual([]);
  });

  it("is given as it stands in the file where it lies too deep for a page", () => {
    const deep = { a: { b: { c: { d: { e: { f: "hondo" } } } } } };
    expect(JSON.stringify(moreOf(deep))).toContain("hondo");
  });

  it("is linked to by an address that a browser opens, not by one that it would run", () => {
    const linkable = (url: string | null) =>
      readAdvisory(aView({ source: source({}, url) }), { language: "es", words }).source?.linkable;
    expect(linkable("https://example.org/a.pdf")).toBe(true);
    for (const url of ["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "a.pdf", null]) {
      expect(linkable(url), String(url)).toBe(false);
    }
  });
});

describe("reading an advisory in one language", () => {
  it("never passes the other language off as a translation", () => {
    const view = aView({
      title: english("Only English"),
      summary: english("**Bold** words"),
      translation: { es: "missing", en: "original" },
    });
    const read = readAdvisory(view, { language: "es", words });
    expect(read.title).toEqual({ lang: "en", text: "Only English" });
    expect(read.summary?.lang).toBe("en");
    expect(read.summary?.html).toContain("<strong>Bold</strong>");
    expect(read.translation).toEqual({ here: "missing", other: "original" });
  });

  it("shows nothing where neither language has words", () => {
    const read = readAdvisory(aView({ contact: both(" ", "") }), { language: "en", words });
    expect(read.contact).toBeNull();
  });

  it("anchors a red flag alike in both languages, with its home's number when it comes from elsewhere", () => {
    const view = aView({ redFlags: [flag(7), flag(7, { home: "UIF-2026-AV-001" })] });
    for (const language of ["es", "en"] as const) {
      const [part] = readAdvisory(view, { language, words }).parts;
      expect(part?.flags.map(({ anchor }) => anchor)).toEqual(["RF-07", "UIF-2026-AV-001-RF-07"]);
      expect(part?.flags.map(({ publicId }) => publicId)).toEqual([
        "FIN-2026-A001#RF-07",
        "UIF-2026-AV-001#RF-07",
      ]);
    }
  });

  it("keeps the printed order and begins a part where the group changes", () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const view = aView({
      groups: [
        { id: a, name: both("Perfil", "Profile") },
        { id: b, name: both("Operación", "Transaction") },
      ],
      redFlags: [flag(1), flag(2, { group: b }), flag(3, { group: a }), flag(4, { group: a })],
    });
    const parts = readAdvisory(view, { language: "en", words }).parts;
    expect(parts.map(({ name, flags }) => [name?.text ?? null, flags.map(({ n }) => n)])).toEqual([
      [null, [1]],
      ["Transaction", [2]],
      ["Profile", [3, 4]],
    ]);
  });

  it("links only the relations that the reader can open", () => {
    const relations = [
      { kind: "builds-on" as const, number: "FIN-2025-A001", inForce: true },
      { kind: "cites" as const, number: "FIN-2019-A006", inForce: false },
    ];
    const read = readAdvisory(aView({ relations }), { language: "es", words });
    expect(read.relations.map(({ linkable }) => linkable)).toEqual([true, false]);
  });

  it("keeps every field of both countries' forms", () => {
    const mx = {
      reportTypes: ["ROI" as const],
      fields: [{ id: randomUUID(), text: "Razón de la inusualidad" }],
      suggestedWording: both("Texto", "Text"),
    };
    const us = { keyTerms: [], fields: [{ id: randomUUID(), text: "SAR field 2" }] };
    const { filing } = readAdvisory(aView({ filing: { us, mx } }), { language: "es", words });
    expect(filing.mx.fields).toEqual(mx.fields);
    expect(filing.us.fields).toEqual(us.fields);
  });
});

describe("the printings of a red flag", () => {
  it("stand newest first, each against the one before it", () => {
    const at = new Date("2026-01-01T00:00:00Z");
    const [newest, first] = readPrintings(
      [
        { version: 2, publishedAt: at, content: flag(1, { text: both("en 72 horas", "in 72 hours") }) },
        { version: 1, publishedAt: at, content: flag(1, { text: both("en 48 horas", "in 48 hours") }) },
      ],
      "en",
    );
    expect([newest?.version, first?.version]).toEqual([2, 1]);
    expect(newest?.runs.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "48" },
      { kind: "added", text: "72" },
    ]);
    expect(first?.runs).toEqual([{ kind: "same", text: "in 48 hours" }]);
  });
});
