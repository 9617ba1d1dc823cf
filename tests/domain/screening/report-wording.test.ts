import { describe, expect, test } from "vitest";
import { screenText } from "~/domain/screening/screen-text";
import { readCorpus } from "../../../bench/screening-corpus";

const reveals = (text: string) => screenText(text).some(({ kind }) => kind === "report");

describe("that a report was filed", () => {
  test.each([
    ["is revealed by whoever says so", "We filed a SAR.", "Presentamos un ROI."],
    ["is revealed by a denial as well", "We did not file a SAR.", "No presentamos ROI."],
    ["is revealed by an intention", "We will file a SAR.", "Vamos a presentar un ROI."],
    ["is revealed of another institution", "The bank filed a SAR.", "El banco presentó un ROI."],
    ["is revealed without saying who did", "A SAR was filed.", "Se presentó un ROI."],
    ["is revealed by its number", "SAR number 31000123456789", "Folio del ROI: 99012345"],
    [
      "is revealed by naming who was reported",
      "We reported the client to FinCEN.",
      "Reportamos al cliente a la UIF.",
    ],
    ["is revealed across line ends", "We filed a\nSAR", "presentamos\nun ROI"],
    ["is revealed in abbreviations set apart", "We filed a S.A.R. on it", "presentamos un R.O.I. ayer"],
  ])("%s", (_, english, spanish) => {
    expect([reveals(english), reveals(spanish)]).toEqual([true, true]);
  });

  test.each([
    ["is not said by guidance", "Institutions should file a SAR.", "La entidad debe presentar un ROI."],
    [
      "is not said by a key term",
      "SARs filed under key term FIN-2024-A001",
      "Los ROI con el término FIN-2024-A001",
    ],
    [
      "is not said by a question of anyone's duty",
      "Must we file a SAR if it was only attempted?",
      "¿Debemos presentar un ROI si solo se intentó?",
    ],
    [
      "is not said by the duty to keep it secret",
      "No bank may disclose that a SAR was filed.",
      "Está prohibido revelar que se presentó un ROI.",
    ],
    [
      "is not said by statistics",
      "In 2024, 4.7 million SARs were filed.",
      "En 2025 se recibieron 391,000 ROI.",
    ],
    [
      "is not said of other things that one files",
      "We filed comments on the SAR form.",
      "Presentamos comentarios sobre el formato del ROI.",
    ],
    [
      "is not said by other meanings",
      "The Hong Kong SAR is a corridor.",
      "El retorno de inversión (ROI) es alto.",
    ],
  ])("%s", (_, english, spanish) => {
    expect([reveals(english), reveals(spanish)]).toEqual([false, false]);
  });

  test("is not hidden by guidance that stands in another sentence", () => {
    expect(reveals("Institutions should file a SAR. We filed a SAR on this customer.")).toBe(true);
  });
});

test("every sentence of the corpus that the rules were tuned on is judged as it is labelled", () => {
  const sentences = readCorpus("tuned");
  expect(sentences.length).toBeGreaterThan(400);
  const misjudged = sentences.filter(({ text, holds }) => {
    const found = new Set(screenText(text).map(({ kind }) => kind));
    return found.size !== new Set(holds).size || holds.some((kind) => !found.has(kind));
  });
  expect(misjudged.map(({ at, text }) => `${at} ${text}`)).toEqual([]);
});
