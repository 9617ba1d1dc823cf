import { sql } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { noteSignInChange } from "./note-sign-in-change.server";
import { findWaysIn } from "./own-sign-in.server";

type Removal = { by: { memberId: string; sessionId: string }; at: Date };

/** With its authenticator; never the last way in. */
export function removePassword(db: Db, { by, at }: Removal) {
  return allOrNothing(db, by, async (tx) => {
    const ways = await findWaysIn(tx, by);
    if (ways.passwordSetAt === null) return refused("not_found");
    if (ways.passkeys === 0) return refused("last_way_in");
    await tx.execute(sql`select own_password_remove()`);
    await noteSignInChange(tx, { by, change: "password-removed", at });
    return done(undefined);
  });
}
