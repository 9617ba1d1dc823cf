import { remindOfRounds as remind } from "~/domain/rounds/remind-of-rounds.server";
import type { Db } from "~db/client.server";

/** Every minute: the rounds that end within a week, or a day. */
export const remindOfRounds = {
  name: "remind-of-rounds",
  everyMs: 60_000,
  run: (db: Db, at: Date) => remind(db, { at }),
};
