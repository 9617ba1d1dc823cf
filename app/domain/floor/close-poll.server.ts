import { and, eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import type { Db } from "~db/client.server";
import { roomPolls } from "~db/schema";

type Closing = { roundtableId: string; pollId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Ends a poll: nobody votes any more, and everyone at the table sees what came of it. */
export function closePoll(db: Db, { roundtableId, pollId, keys, by, at }: Closing) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const { memberId } = entered.value.by;
    const held = and(eq(roomPolls.id, pollId), eq(roomPolls.roundtableId, roundtableId));
    const [poll] = await tx.select({ closedAt: roomPolls.closedAt }).from(roomPolls).where(held);
    if (!poll) return refused("not_found");
    if (poll.closedAt) return refused("poll_closed");
    await tx.update(roomPolls).set({ closedBy: memberId, closedAt: at }).where(held);
    await recordInRoom(tx, { roundtableId, action: "poll.closed", about: pollId, at });
    return done({ id: pollId });
  });
}
