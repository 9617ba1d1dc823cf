import { sweepSignIn } from "~/domain/auth/sweep-sign-in.server";
import type { Db } from "~db/client.server";

/** Every ten minutes: sessions, challenges and counts of tries that are over. */
export const sweepSignInLeftovers = {
  name: "sweep-sign-in",
  everyMs: 600_000,
  run: (db: Db) => sweepSignIn(db),
};
