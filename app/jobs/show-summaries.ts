import { showSummaries as show } from "~/domain/summaries/show-summaries.server";
import type { Db } from "~db/client.server";

/** Every minute: the summaries whose period is over. */
export const showSummaries = {
  name: "show-summaries",
  everyMs: 60_000,
  run: (db: Db, at: Date) => show(db, { at }),
};
