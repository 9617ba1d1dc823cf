import { eq, sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { rounds } from "~db/schema";
import { lockRound } from "./lock-round.server";
import { stateOf } from "./round";
import { mayChangeRound, mayOpenRound } from "./round.policy";
import { tellAsked } from "./tell-asked.server";

type CallingOff = { roundId: string; by: Viewer; at: Date };

/** Ends a round of which nothing will be published; what was answered is destroyed. */
export function callOffRound(db: Db, { roundId, by, at }: CallingOff) {
  return asViewer(db, by, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return refused("not_found");
    const state = stateOf(round, at);
    const may = state === "planned" ? mayChangeRound : mayOpenRound;
    if (by.memberId === null || !may(by, round)) return refused("not_allowed");
    if (state === "called-off" || state === "closed") return refused("round_over");

    await tx.update(rounds).set({ calledOffBy: by.memberId, calledOffAt: at }).where(eq(rounds.id, roundId));
    await tx.execute(sql`select round_empty(${roundId}::uuid)`);
    await recordEvent(tx, { action: "round.called_off", subject: { kind: "round", id: roundId }, at });
    await tellAsked(tx, { roundId, what: "round-called-off", at });
    return done({ id: roundId });
  });
}
