import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt, folded, markWords, wholeWords, wordsLike } from "~/domain/search/marked-text";
import { understandQuery } from "~/domain/vocabulary/query";

const clauses = (typed: string) => {
  const outcome = understandQuery(typed);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.clauses.map(({ not, exact, any }) => ({
    not,
    exact,
    said: any.map(({ text }) => text),
  }));
};

describe("understanding what was typed", () => {
  test("each word must be there, a run that the glossary knows is one thing under all its names", () => {
    const [word, concept] = clauses("remesas Empresas  Fachadas");
    expect(word?.said).toEqual(["remesa", "remittance"]);
    expect(concept?.said).toEqual([
      "empresa fachada",
      "empresa simuladora",
      "facturera",
      "empresa fantasma",
      "shell company",
    ]);
  });

  test("the longest name counts: trade-based money laundering is not just money laundering", () => {
    expect(clauses("trade-based money laundering")[0]?.said).toContain("TBML");
    expect(clauses("trade-based money laundering")).toHaveLength(1);
  });

  test("quotes keep words as typed, a minus leaves out, OR joins", () => {
    expect(clauses('"lavado de dinero"')).toEqual([{ not: false, exact: true, said: ["lavado de dinero"] }]);
    expect(clauses("uno -dos")[1]).toMatchObject({ not: true, said: ["dos"] });
    expect(clauses("perro OR gato | loro pez")).toEqual([
      { not: false, exact: false, said: ["perro", "gato", "loro"] },
      { not: false, exact: false, said: ["pez"] },
    ]);
    expect(clauses("OR perro OR")).toEqual([{ not: false, exact: false, said: ["perro"] }]);
  });

  test("nothing typed is no question, only marks are refused, so is too much", () => {
    expect(understandQuery("  ")).toMatchObject({ ok: true, value: { clauses: [] } });
    expect(understandQuery('"" - ¿?')).toMatchObject({ reason: "query_empty" });
    expect(understandQuery("a ".repeat(5000))).toMatchObject({ reason: "query_too_long" });
    expect(understandQuery("-a")).toMatchObject({ reason: "query_only_excludes" });
  });

  test("whatever is typed, it is understood or refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (typed) => void understandQuery(typed)),
    );
  });
});

describe("marks", () => {
  test("are looked for without accents and set in the text as it was written", () => {
    expect(wordsLike([folded("En México, los mexicanos y el mes")], ["mexic"])).toEqual([
      "mexico",
      "mexicanos",
    ]);
    expect(markWords("En México, hoy; MÉXICO", wholeWords(["mexico"]))).toEqual([
      { text: "En ", hit: false },
      { text: "México", hit: true },
      { text: ", hoy; ", hit: false },
      { text: "MÉXICO", hit: true },
    ]);
  });

  test("are whole words", () => {
    expect(markWords("remesa remesas tremesa", wholeWords(["remesa"])).filter(({ hit }) => hit)).toEqual([
      { text: "remesa", hit: true },
    ]);
  });

  test("lose no letter of the text, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.constantFrom("a", "e", "1"),
        (text, word) => {
          const segments = markWords(text, wholeWords([word]));
          expect(segments.map((s) => s.text).join("")).toBe(text);
        },
      ),
    );
  });

  test("decide which stretch of a long text is shown, between words", () => {
    const long = [
      { text: "palabra ".repeat(100), hit: false },
      { text: "aguja", hit: true },
      { text: " pajar".repeat(100), hit: false },
    ];
    const shown = excerpt(long, 120);
    const whole = shown.map(({ text }) => text).join("");
    expect(shown.filter(({ hit }) => hit)).toEqual([{ text: "aguja", hit: true }]);
    expect(whole).toMatch(/^… palabra .* pajar …$/);
    expect(whole.length).toBeLessThan(130);
  });
});
