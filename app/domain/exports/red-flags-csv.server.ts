import type { AdvisoryView } from "~/domain/advisories/advisories.server";
import { publicRedFlagId } from "~/domain/advisories/advisory";
import { plainText } from "~/domain/advisories/markdown.server";
import { csvOf } from "./csv.server";

const columns = [
  "id",
  "advisory",
  "version",
  "group_es",
  "group_en",
  "text_es",
  "text_en",
  "points_es",
  "points_en",
  "suggested_control_es",
  "suggested_control_en",
  "state",
  "tlp",
  "observable_at",
  "strength",
  "amltrix",
  "combines_with",
  "source_code",
] as const;

/** The view's red flags, one row each, UTF-8 with a byte-order mark; no cell can start a formula in a spreadsheet. */
export function redFlagsAsCsv(view: AdvisoryView): string {
  const rows = view.content.redFlags.map((flag) => {
    const group = view.content.groups.find(({ id }) => id === flag.group)?.name;
    const pointsIn = (language: "es" | "en") =>
      flatten(flag.sub)
        .map((text) => plainText(text[language]))
        .join(" | ");
    const row: Record<(typeof columns)[number], string> = {
      id: publicRedFlagId(view.number, flag),
      advisory: view.number,
      version: String(view.version),
      group_es: group?.es ?? "",
      group_en: group?.en ?? "",
      text_es: plainText(flag.text.es),
      text_en: plainText(flag.text.en),
      points_es: pointsIn("es"),
      points_en: pointsIn("en"),
      suggested_control_es: plainText(flag.suggestedControl.es),
      suggested_control_en: plainText(flag.suggestedControl.en),
      state: flag.state,
      tlp: flag.tlp,
      observable_at: flag.observableAt.join(" "),
      strength: flag.strength ?? "",
      amltrix: flag.amltrix.join(" "),
      combines_with: flag.combinesWith.join(" "),
      source_code: flag.sourceCode,
    };
    return row;
  });
  return csvOf(columns, rows);
}

type Point = AdvisoryView["content"]["redFlags"][number]["sub"][number];
const flatten = (points: Point[]): Point["text"][] =>
  points.flatMap(({ text, sub }) => [text, ...flatten(sub)]);
