import { purgeRoundtables as purge } from "~/domain/vaults/purge-roundtables.server";
import { masterKeys } from "~/http/secret-keys.server";
import { log } from "~/http/server/log";
import type { Db } from "~db/client.server";

/** Every ten minutes: the rooms whose retention is over. */
export const purgeRoundtables = {
  name: "purge-roundtables",
  everyMs: 600_000,
  async run(db: Db, at: Date, signal?: AbortSignal) {
    const covered = await purge(db, { master: await masterKeys(), at, signal });
    if (!covered)
      log().warn("rooms were purged: set another RIBERA_MASTER_KEY and run npm run master-key:rotate");
  },
};
