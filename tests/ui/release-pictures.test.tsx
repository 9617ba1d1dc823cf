import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { allFigures, type Figures } from "~/domain/releases/reading";
import type { Counts, Release, ReleaseTable } from "~/domain/releases/release";
import { seriesOf } from "~/domain/releases/trend";
import { createInstance } from "~/i18n/instance";
import { scaleOf, segmentsOf } from "~/ui/releases/diverging";
import { QuestionFigures } from "~/ui/releases/question-figures";
import { TrendLines } from "~/ui/releases/trend-lines";
import en from "~locales/en";
import es from "~locales/es";

const words = { es, en };
const ratings = ["1", "2", "3", "4", "5"];

const rated = (question: string, overall: Counts, [mx, us]: [Counts, Counts]): ReleaseTable => ({
  redFlag: null,
  question,
  categories: ratings,
  overall,
  jurisdiction: [mx, us],
  sector: { withheld: "little_left" },
  size: { withheld: "too_few" },
});

const releaseOf = (...tables: ReleaseTable[]): Release => ({
  rule: { fewest: 5, insiders: 1 },
  answered: 40,
  groups: {
    jurisdiction: [
      { members: ["MX"], answered: 22 },
      { members: ["US"], answered: 18 },
    ],
    sector: [],
    size: { withheld: "too_few" },
  },
  tables,
});

const usefulness = rated(
  "usefulness",
  [null, null, 9, 11, 13],
  [
    [null, null, null, 8, 7],
    [null, null, null, null, 6],
  ],
);
const [figures] = allFigures(releaseOf(usefulness));
if (!figures) throw new Error("no figures");

const pageOf = (language: "es" | "en", shown: Figures) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={createInstance(language, words[language])}>
      <QuestionFigures id="q" figures={shown} />
    </I18nextProvider>,
  );

const choice = (counts: Counts): Figures => ({
  redFlag: null,
  question: "pressureToClose",
  kind: "choice",
  categories: ["none", "some", "exits-considered"],
  overall: { members: [], answered: 40, counts },
  by: {
    jurisdiction: { withheld: "aggregates" },
    sector: { withheld: "aggregates" },
    size: { withheld: "aggregates" },
  },
});

describe("a figure that is withheld", () => {
  test("is named in its place in the picture and in the table, and is never a zero", () => {
    for (const language of ["es", "en"] as const) {
      const page = pageOf(language, figures);
      // Two of all, three of Mexico, four of the United States: each in the picture and in the table.
      expect(page.split(`>${words[language].releases.withheld}<`).length - 1).toBe(2 * 9);
      expect(page).not.toMatch(/>0</);
      expect(page).not.toMatch(/>0 \(/);
    }
  });

  test("is drawn of one size, whatever was answered beside it", () => {
    const hatched = [
      [null, null, 9, 11, 13],
      [null, 20, null, 6, 6],
      [6, 6, null, null, null],
    ].flatMap((counts) => {
      const column = { members: [], answered: 40, counts };
      return segmentsOf(column, scaleOf([column])).filter(({ held }) => held);
    });
    expect(new Set(hatched.map(({ width }) => width.toFixed(4))).size).toBe(1);
    const page = pageOf("en", choice([null, 16, null]));
    expect(page.match(/<rect/g)).toHaveLength(1);
    expect(page).toContain('width="88%"');
  });

  test("takes no part in what the sentence says", () => {
    expect(pageOf("en", figures)).toContain(
      "24 of 40 institutions (60%) gave a 4 or a 5. How many gave a 1 or a 2 is withheld.",
    );
    expect(pageOf("en", figures)).toContain("Mexico, 15 of 22 (68%); United States, withheld.");
    expect(pageOf("es", choice([null, 16, null]))).toContain(
      "De las cifras que se muestran, la más alta es “Alguna”: 16 de 40 instituciones",
    );
    expect(pageOf("en", choice([12, 12, 16]))).toContain(
      "The most frequent answer is “Exits were considered”: 16 of 40 institutions (40%).",
    );
    expect(pageOf("en", choice([null, null, null]))).toContain(en.releases.sentence.nothing);
  });

  test("breaks the line over rounds, and no figure is made up for it", () => {
    const rounds = [
      [null, null, 9, 11, 13],
      [null, null, 9, null, 13],
      [6, 7, 8, 9, 10],
    ].map((counts) => ({
      ...figures,
      overall: { members: [], answered: 40, counts },
    }));
    const [good, bad] = seriesOf(rounds);
    expect(good?.shares).toEqual([24 / 40, null, 19 / 40]);
    expect(bad?.shares).toEqual([null, null, 13 / 40]);
    const page = renderToStaticMarkup(
      <I18nextProvider i18n={createInstance("en", en)}>
        <TrendLines
          question="usefulness"
          kind="rating"
          rounds={rounds.map((one, i) => ({
            id: String(i),
            closesAt: `2026-0${i + 1}-15T00:00:00Z`,
            title: `Round ${i}`,
            figures: one,
          }))}
        />
      </I18nextProvider>,
    );
    expect(page.match(/<circle/g)).toHaveLength(3);
    expect(page).not.toMatch(/<line x1/);
  });
});

test("the middle rating lies across the centre, the bad to its left, the good to its right", () => {
  const column = { members: [], answered: 40, counts: [6, 6, 8, 10, 10] };
  const drawn = segmentsOf(column, scaleOf([column]));
  const [, , middle] = drawn;
  expect((middle?.x ?? 0) + (middle?.width ?? 0) / 2).toBeCloseTo(50);
  expect(drawn.map(({ x }) => x)).toEqual(drawn.map(({ x }) => x).toSorted((a, b) => a - b));
  const ends = drawn.flatMap(({ x, width }) => [x, x + width]);
  expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ends)).toBeLessThanOrEqual(100);
});

test("who reads aggregates only gets no breakdown into the page", () => {
  const page = pageOf("es", choice([12, 12, 16]));
  expect(page).toContain(es.releases.heldBack.aggregates);
  expect(page).not.toContain("México");
  expect(page).not.toContain('class="multiples"');
});
