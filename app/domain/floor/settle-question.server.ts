import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Settlement } from "~/domain/contributions/contribution";
import { lockContribution } from "~/domain/contributions/lock-contribution.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import type { Db } from "~db/client.server";
import { roomContributions } from "~db/schema";

type Settling = {
  roundtableId: string;
  contributionId: string;
  settlement: Settlement;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Takes a question off the queue: it was answered, or is set aside. */
export function settleQuestion(db: Db, { roundtableId, contributionId, settlement, keys, by, at }: Settling) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const { memberId } = entered.value.by;
    const held = await lockContribution(tx, { roundtableId, contributionId });
    if (held?.kind !== "question" || held.hiddenAt) return refused("not_found");
    await tx
      .update(roomContributions)
      .set({ settledBy: memberId, settledAt: at, settlement })
      .where(eq(roomContributions.id, contributionId));
    await recordInRoom(tx, { roundtableId, action: `question.${settlement}`, about: contributionId, at });
    return done({ id: contributionId });
  });
}
