import { remindOfRoundtables as remind } from "~/domain/roundtables/remind-of-roundtables.server";
import type { Db } from "~db/client.server";

/** Every minute: the sessions that begin within three days, or one. */
export const remindOfRoundtables = {
  name: "remind-of-roundtables",
  everyMs: 60_000,
  run: (db: Db, at: Date) => remind(db, { at }),
};
