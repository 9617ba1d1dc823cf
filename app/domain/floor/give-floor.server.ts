import { and, eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import type { Db } from "~db/client.server";
import { roomHands } from "~db/schema";

type Giving = { roundtableId: string; memberId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Calls on somebody whose hand is up; whoever spoke before has spoken. */
export function giveFloor(db: Db, { roundtableId, memberId, keys, by, at }: Giving) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const hands = await tx.select().from(roomHands).where(eq(roomHands.roundtableId, roundtableId));
    const hand = hands.find((one) => one.memberId === memberId);
    if (!hand) return refused("no_hand");
    if (hand.calledAt) return done({ memberId });
    for (const before of hands.filter(({ calledAt }) => calledAt))
      await tx
        .delete(roomHands)
        .where(and(eq(roomHands.roundtableId, roundtableId), eq(roomHands.memberId, before.memberId)));
    await tx
      .update(roomHands)
      .set({ calledAt: at })
      .where(and(eq(roomHands.roundtableId, roundtableId), eq(roomHands.memberId, memberId)));
    return done({ memberId });
  });
}
