import { tellOwners as tell } from "~/domain/adoption/tell-owners.server";
import type { Db } from "~db/client.server";

/** Every minute: who was given red flags, and whose fall due. */
export const tellOwners = {
  name: "tell-owners",
  everyMs: 60_000,
  run: (db: Db, at: Date) => tell(db, { at }),
};
