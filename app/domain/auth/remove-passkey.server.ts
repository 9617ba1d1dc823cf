import { sql } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { noteSignInChange } from "./note-sign-in-change.server";
import { findWaysIn } from "./own-sign-in.server";

type Removal = { by: { memberId: string; sessionId: string }; passkeyId: string; at: Date };

/** Never the last way in. */
export function removePasskey(db: Db, { by, passkeyId, at }: Removal) {
  return allOrNothing(db, by, async (tx) => {
    const ways = await findWaysIn(tx, by);
    if (ways.passkeys <= 1 && ways.passwordSetAt === null) return refused("last_way_in");
    const rows = await tx.execute<{ removed: boolean }>(
      sql`select own_passkey_remove(${passkeyId}::uuid) as removed`,
    );
    if (!rows[0]?.removed) return refused("not_found");
    await noteSignInChange(tx, { by, change: "passkey-removed", at });
    return done(undefined);
  });
}
