import { allFigures, listed } from "~/domain/releases/reading";
import { breakdowns, isWithheld, type Release } from "~/domain/releases/release";
import type { ReleaseEntry } from "~/domain/releases/releases.server";
import { csvOf } from "./csv.server";

const columns = [
  "round",
  "authority",
  "closed_at",
  "red_flag",
  "question",
  "question_es",
  "question_en",
  "breakdown",
  "group",
  "answered",
  "category",
  "category_es",
  "category_en",
  "institutions",
  "withheld",
] as const;
type Row = Record<(typeof columns)[number], string>;

type Said = { es: string; en: string };
export type ReleaseWords = {
  question: (key: string) => Said;
  category: (question: string, key: string) => Said;
};

type Printed = { round: ReleaseEntry["round"]; release: Release; words: ReleaseWords };

/** All figures of a release, one a row; one that is withheld is empty and says why. No cell can start a formula in a spreadsheet. */
export function releaseAsCsv({ round, release, words }: Printed): string {
  const rows = allFigures(release).flatMap((figures): Row[] => {
    const { redFlag, question, categories, overall, by } = figures;
    const asked = words.question(question);
    const head = {
      round: round.id,
      authority: round.authority,
      closed_at: round.closesAt.toISOString(),
      red_flag: redFlag ?? "",
      question,
      question_es: asked.es,
      question_en: asked.en,
    };
    const held = (breakdown: string, why: string): Row => ({
      ...head,
      breakdown,
      group: "",
      answered: "",
      category: "",
      category_es: "",
      category_en: "",
      institutions: "",
      withheld: why,
    });
    const places = [
      ...(isWithheld(overall) ? [] : [{ breakdown: "overall", column: overall }]),
      ...breakdowns.flatMap((breakdown) => listed(by[breakdown]).map((column) => ({ breakdown, column }))),
    ];
    const counts = places.flatMap(({ breakdown, column }) =>
      categories.map((category, place): Row => {
        const count = column.counts[place] ?? null;
        const said = words.category(question, category);
        return {
          ...head,
          breakdown,
          group: column.members.join(" "),
          answered: String(column.answered),
          category,
          category_es: said.es,
          category_en: said.en,
          institutions: count === null ? "" : String(count),
          withheld: count === null ? "confidential" : "",
        };
      }),
    );
    const withheld = breakdowns.flatMap((breakdown) => {
      const columnsHeld = by[breakdown];
      return isWithheld(columnsHeld) ? [held(breakdown, columnsHeld.withheld)] : [];
    });
    return [...(isWithheld(overall) ? [held("overall", overall.withheld)] : []), ...counts, ...withheld];
  });
  return csvOf(columns, rows);
}
