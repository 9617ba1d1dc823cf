import { and, eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import type { Db } from "~db/client.server";
import { roomHands } from "~db/schema";

type Lowering = {
  roundtableId: string;
  /** Whose; one's own, or anybody's to a chair. */
  memberId: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Takes a hand down: one's own, or by a chair that of whoever has spoken. */
export function lowerHand(db: Db, { roundtableId, memberId, keys, by, at }: Lowering) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (memberId !== room.by.memberId && !mayChair(by, room)) return refused("not_allowed");
    await tx
      .delete(roomHands)
      .where(and(eq(roomHands.roundtableId, roundtableId), eq(roomHands.memberId, memberId)));
    return done({ memberId });
  });
}
