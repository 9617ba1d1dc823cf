import { describe, expect, test } from "vitest";
import { calledIn, glossedParts } from "~/domain/vocabulary/glossed";

const found = (text: string) =>
  glossedParts(text).flatMap(({ text: words, key }) => (key ? [`${words} = ${key}`] : []));

describe("words of the glossary in a text", () => {
  test.each([
    ["Vimos cuentas concentradoras en la frontera.", ["cuentas concentradoras = funnel-account"]],
    ["Funnel Accounts, mostly.", ["Funnel Accounts = funnel-account"]],
    ["Shell companies and a straw man.", ["Shell companies = shell-company", "straw man = front-man"]],
    ["Two front men.", ["front men = front-man"]],
    ["Los beneficiarios controladores declararon.", ["beneficiarios controladores = beneficial-owner"]],
    [
      "Señales de alerta nuevas; tipologías viejas.",
      ["Señales de alerta = red-flag", "tipologías = typology"],
    ],
    ["Several typologies.", ["typologies = typology"]],
    ["Personas políticamente expuestas.", ["Personas políticamente expuestas = pep"]],
    ["Traslados con mulas  de\ndinero.", ["mulas  de\ndinero = money-mule"]],
  ])("are found in the plural, in either language, however they are written: %s", (text, keys) => {
    expect(found(text)).toEqual(keys);
  });

  test("are found with their accents and without", () => {
    for (const text of [
      "reporte de operación inusual",
      "REPORTE DE OPERACION INUSUAL",
      "reporte de operacio\u0301n inusual",
    ])
      expect(found(text).map((one) => one.split(" = ")[1])).toEqual(["roi"]);
  });

  test("are the longest that fit", () => {
    expect(found("huachicol fiscal")).toEqual(["huachicol fiscal = fuel-smuggling"]);
    expect(found("Chinese money laundering networks")).toEqual(["Chinese money laundering networks = cmln"]);
    expect(found("trade-based money laundering")).toEqual([
      "trade-based money laundering = trade-based-laundering",
    ]);
    expect(found("ROIP")).toEqual(["ROIP = roip"]);
  });

  test("are explained where they first stand, and a word within one said before stays plain", () => {
    const text = "Money laundering: trade-based money laundering, money mules, trade-based money laundering.";
    expect(found(text)).toEqual([
      "Money laundering = money-laundering",
      "trade-based money laundering = trade-based-laundering",
      "money mules = money-mule",
    ]);
  });

  test("are whole words; short names are read only in capitals", () => {
    for (const text of [
      "roi de la inversión",
      "sar",
      "SARA y ROIS2",
      "xmoney laundering",
      "money launderings2",
      "la homonimias3",
      "the notes, an alert, a case",
      "UIF y FinCEN",
    ])
      expect([text, found(text)]).toEqual([text, []]);
    expect(found("SARs y PEPs (TLP:RED)")).toEqual(["SARs = sar", "PEPs = pep", "TLP = tlp"]);
  });

  test("leave the text as it was, whatever stands in it", () => {
    expect(found("€ 😀 huachicol, ﬁn 😀 SAR")).toEqual(["huachicol = fuel-smuggling", "SAR = sar"]);
    for (const text of [
      "",
      "€ 😀 huachicol 😀",
      "Ñandú\u0000",
      "línea\n\n  SAR\t",
      "İstanbul money mule ﬁn",
    ]) {
      const parts = glossedParts(text);
      expect(parts.map((part) => part.text).join("")).toBe(text.normalize("NFC"));
      expect(parts.every(({ start, text: words }) => text.normalize("NFC").startsWith(words, start))).toBe(
        true,
      );
    }
  });

  test("of one country's law are not called by the other's", () => {
    expect([
      calledIn("sar", "es"),
      calledIn("roi", "en"),
      calledIn("ctr", "es"),
      calledIn("ror", "en"),
    ]).toEqual(Array.from({ length: 4 }, () => undefined));
    expect([calledIn("funnel-account", "es"), calledIn("aml-cft", "es"), calledIn("aml-cft", "en")]).toEqual([
      "cuenta concentradora",
      "PLD/FT",
      "AML/CFT",
    ]);
  });
});
