import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import { secretKeys } from "~/http/secret-keys.server";
import type { Db } from "~db/client.server";

/** Every two seconds: the rounds whose hour has come. */
export const closeRounds = {
  name: "close-rounds",
  everyMs: 2000,
  run: async (db: Db, at: Date, signal?: AbortSignal) =>
    closeDueRounds(db, { keys: await secretKeys(), at, signal }),
};
