import { isClosed } from "~/domain/adoption/adoption";
import type { Board } from "~/domain/adoption/boards.server";
import type { AdvisoryView } from "~/domain/advisories/advisories.server";
import { plainText } from "~/domain/advisories/markdown.server";
import { csvOf } from "./csv.server";

const columns = [
  "id",
  "advisory",
  "version",
  "text_es",
  "text_en",
  "red_flag_state",
  "mark",
  "state",
  "owner",
  "due_on",
  "note",
  "decided_at",
  "changed_at",
  "changed_by",
] as const;

/** An institution's board for its own tools, one red flag a row, as `redFlagsAsCsv` writes; no cell can start a formula. */
export function boardAsCsv(board: Board, view: AdvisoryView | undefined): string {
  const flags = new Map(view?.content.redFlags.map((flag) => [flag.id, flag]));
  const rows = board.rows.map((item) => {
    const text = flags.get(item.indicatorId)?.text;
    const row: Record<(typeof columns)[number], string> = {
      id: item.publicId,
      advisory: board.number,
      version: String(board.advisory?.currentVersion ?? ""),
      text_es: plainText(text?.es ?? ""),
      text_en: plainText(text?.en ?? ""),
      red_flag_state: item.flagState ?? "closed",
      mark: isClosed(item) ? "" : (item.mark ?? ""),
      state: item.state,
      owner: item.ownerName ?? "",
      due_on: item.dueOn ?? "",
      note: item.note,
      decided_at: item.decidedAt?.toISOString() ?? "",
      changed_at: item.changedAt?.toISOString() ?? "",
      changed_by: item.changedByName ?? "",
    };
    return row;
  });
  return csvOf(columns, rows);
}
