import { remindOfCommitments as remind } from "~/domain/commitments/remind-of-commitments.server";
import type { Db } from "~db/client.server";

/** Every ten minutes: what is due within a week, within a day, or was due yesterday. */
export const remindOfCommitments = {
  name: "remind-of-commitments",
  everyMs: 600_000,
  run: (db: Db, at: Date) => remind(db, { at }),
};
