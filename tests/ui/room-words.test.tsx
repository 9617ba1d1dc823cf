import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { glossary } from "~/domain/vocabulary/glossary";
import { createInstance } from "~/i18n/instance";
import { Glossed } from "~/ui/room/glossed";
import { PollResult } from "~/ui/room/poll-result";
import type { RoomPoll } from "~/ui/room/room";
import en from "~locales/en";
import es from "~locales/es";

const words = { es, en };
const pageOf = (language: "es" | "en", what: JSX.Element) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={createInstance(language, words[language])}>{what}</I18nextProvider>,
  );

describe("a word of the glossary", () => {
  const explained = (language: "es" | "en", text: string) => pageOf(language, <Glossed text={text} />);

  test("is come to by keyboard and says what it means in the reader's language, with the word of the other", () => {
    const page = explained("es", "Two funnel accounts.");
    const id =
      /<span role="button" tabindex="0" class="gloss-word" aria-describedby="([^"]+)">funnel accounts<\/span>/.exec(
        page,
      )?.[1];
    expect(page).toContain(
      `<span role="tooltip" id="${id}" class="gloss-words" lang="es-MX"><b>cuenta concentradora</b>`,
    );
    expect(page).toContain(es.glossary.means["funnel-account"]);
    expect(page).toContain('<i lang="en-US">En inglés: funnel account</i>');
    const back = explained("en", "Dos cuentas concentradoras.");
    expect(back).toContain("<b>funnel account</b>");
    expect(back).toContain('<i lang="es-MX">In Spanish: cuenta concentradora</i>');
  });

  test("of one country's law is explained and not called by the other's", () => {
    const page = explained("es", "Se habló de los SAR.");
    expect(page).toContain("<b>SAR</b>");
    expect(page).not.toContain("<i");
    expect(es.glossary.means.sar).toContain("No equivale al ROI");
  });

  test("is a word that the glossary has, each with a meaning of its own in both languages", () => {
    for (const language of ["es", "en"] as const) {
      const said = Object.values(words[language].glossary.means);
      expect(new Set(said).size).toBe(said.length);
    }
    expect(glossary.length).toBeGreaterThan(Object.keys(es.glossary.means).length);
  });

  test("that is none is left as it is", () => {
    expect(explained("es", "Nada <b>aquí</b>.")).toBe(
      '<span class="glossed">Nada &lt;b&gt;aquí&lt;/b&gt;.</span>',
    );
  });
});

describe("what came of a poll", () => {
  const poll: RoomPoll = {
    id: "6f1c2a34-0000-4000-8000-000000000001",
    item: 0,
    kind: "single",
    question: { es: "¿Uno?", en: "One?" },
    options: [
      { es: "Sí", en: "Yes" },
      { es: "No", en: "No" },
    ],
    closed: true,
    voters: 4,
    voted: true,
    counts: [3, 1],
  };

  test("is a sentence, a bar for each option, and a table behind them", () => {
    const page = pageOf("en", <PollResult poll={poll} />);
    expect(page).toContain("Chosen most: “Yes” (3 of 4).");
    expect(page).toContain('<rect width="84%">');
    expect(page).toContain('<rect width="28%">');
    expect(page).toMatch(/<table.*>Yes<.*75%.*>No<.*25%/s);
  });

  test("of a scale has its mean", () => {
    const scale: RoomPoll = { ...poll, kind: "scale", options: [], counts: [0, 1, 0, 2, 1] };
    expect(pageOf("es", <PollResult poll={scale} />)).toContain("En promedio, 3.8 de 5.");
  });

  test("is withheld, and says so, where fewer than three voted", () => {
    const page = pageOf("es", <PollResult poll={{ ...poll, voters: 2, counts: null }} />);
    expect(page).toContain("Resultado reservado");
    expect(page).not.toContain("<table");
  });
});
