import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import type { Db } from "~db/client.server";

type Raising = { roundtableId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Asks to speak. Everyone at the table sees whose turn comes when; nothing of it stays once the hand is lowered. */
export function raiseHand(db: Db, { roundtableId, keys, by, at }: Raising) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!room.floor.openedAt) return refused("session_not_open");
    await tx.execute(sql`insert into room_hands (roundtable_id, member_id, organisation_id, raised_at)
      values (${roundtableId}::uuid, ${room.by.memberId}::uuid, ${room.by.organisationId}::uuid, ${at.toISOString()}::timestamptz) on conflict do nothing`);
    return done({ memberId: room.by.memberId });
  });
}
