import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoundtable } from "~/domain/roundtables/lock-roundtable.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import type { Db } from "~db/client.server";

type Closing = { roundtableId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Seals the record of a session that has ended: nothing of it changes any more, and its digest stands in the audit log. */
export function closeRoundtable(db: Db, { roundtableId, keys, by, at }: Closing) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (room.closedAt) return refused("record_sealed");
    if (!room.endedAt) return refused("session_not_over");
    const [notes] = await tx.execute<{ pending: boolean }>(
      sql`select roundtable_minutes_pending(${roundtableId}::uuid) as pending`,
    );
    if (notes?.pending) return refused("notes_not_approved");
    const [sealed] = await tx.execute<{ digest: string | null }>(
      sql`select roundtable_close(${roundtableId}::uuid, ${at.toISOString()}::timestamptz) as digest`,
    );
    if (!sealed?.digest) return refused("record_sealed");
    await tellRoom(tx, { roundtableId, at });
    return done({ digest: sealed.digest });
  });
}
