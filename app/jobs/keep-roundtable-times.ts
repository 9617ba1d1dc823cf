import { keepRoundtableTimes as keep } from "~/domain/vaults/keep-roundtable-times.server";
import type { Db } from "~db/client.server";

/** Every minute: the sessions whose end is past, and the records that are to be sealed. */
export const keepRoundtableTimes = {
  name: "keep-roundtable-times",
  everyMs: 60_000,
  run: (db: Db, at: Date) => keep(db, { at }),
};
