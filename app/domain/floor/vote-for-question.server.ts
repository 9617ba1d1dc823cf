import { and, eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { lockContribution } from "~/domain/contributions/lock-contribution.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import type { Db } from "~db/client.server";
import { roomVotes } from "~db/schema";

type Vote = {
  roundtableId: string;
  contributionId: string;
  /** False takes the vote back. */
  wanted: boolean;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Wants a question answered, or no longer; others see how many do, not who. */
export function voteForQuestion(db: Db, { roundtableId, contributionId, wanted, keys, by, at }: Vote) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, keys, by, at });
    if (!entered.ok) return entered;
    const { memberId } = entered.value.by;
    const held = await lockContribution(tx, { roundtableId, contributionId });
    if (held?.kind !== "question" || held.hiddenAt) return refused("not_found");
    if (held.settledAt) return refused("question_settled");
    const own = and(eq(roomVotes.contributionId, contributionId), eq(roomVotes.memberId, memberId));
    const [given] = await tx.select().from(roomVotes).where(own);
    if (wanted && !given) await tx.insert(roomVotes).values({ contributionId, roundtableId, memberId });
    if (!wanted && given) await tx.delete(roomVotes).where(own);
    return done({ id: contributionId, wanted });
  });
}
