import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoundtable } from "~/domain/roundtables/lock-roundtable.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import type { Db } from "~db/client.server";

type Ending = { roundtableId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Ends a session that has begun: nothing is said in it any more, and its notes can be written. */
export function endRoundtable(db: Db, { roundtableId, keys, by, at }: Ending) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    if (!room.convenedAt || room.startsAt > at) return refused("session_not_begun");
    if (room.endedAt) return refused("session_over");
    await tx.execute(sql`select roundtable_end(${roundtableId}::uuid, ${at.toISOString()}::timestamptz)`);
    await tellRoom(tx, { roundtableId, at });
    return done({ id: roundtableId });
  });
}
