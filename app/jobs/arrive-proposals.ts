import { arriveProposals as arrive } from "~/domain/proposals/arrive-proposals.server";
import type { Db } from "~db/client.server";

/** Every ten minutes: what was proposed in the week before. */
export const arriveProposals = {
  name: "arrive-proposals",
  everyMs: 600_000,
  run: (db: Db, at: Date) => arrive(db, { at }),
};
