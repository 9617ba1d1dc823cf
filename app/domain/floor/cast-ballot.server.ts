import { and, eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import type { Db } from "~db/client.server";
import { roomPolls, roomVoters } from "~db/schema";
import { countsIn } from "./ballot-box.server";
import { choicesOf, isBallot, type PollWords } from "./floor";

type Ballot = {
  roundtableId: string;
  pollId: string;
  /** Places of what is chosen, from 0; of a scale one less than its figure. */
  choices: number[];
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Votes, once. The choice is added to a sealed count and kept nowhere else: it cannot be changed, and nobody can say whose it was. */
export function castBallot(db: Db, { roundtableId, pollId, choices, keys, by, at }: Ballot) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    const [poll] = await tx
      .select()
      .from(roomPolls)
      .where(and(eq(roomPolls.id, pollId), eq(roomPolls.roundtableId, roundtableId)));
    if (!poll) return refused("not_found");
    if (poll.closedAt) return refused("poll_closed");
    const most = choicesOf(poll.kind, room.sealed.open<PollWords>(`poll:${pollId}`, poll.words));
    if (!isBallot(poll.kind, choices, most)) return refused("ballot_unreadable");
    const [voted] = await tx
      .select({ pollId: roomVoters.pollId })
      .from(roomVoters)
      .where(and(eq(roomVoters.pollId, pollId), eq(roomVoters.memberId, room.by.memberId)));
    if (voted) return refused("voted_already");
    const counts = (await countsIn(tx, { pollId, sealed: room.sealed, most })).map((count, choice) =>
      choices.includes(choice) ? count + 1 : count,
    );
    await tx.execute(
      sql`select room_ballot_cast(${pollId}::uuid, ${room.sealed.seal(`ballots:${pollId}`, counts)}::bytea)`,
    );
    return done({ id: pollId });
  });
}
