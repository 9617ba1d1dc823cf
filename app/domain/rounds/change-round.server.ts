import { eq } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import type { Db } from "~db/client.server";
import { rounds } from "~db/schema";
import { writeRows } from "./asked-rows.server";
import { lockRound } from "./lock-round.server";
import { columnsOf, wordsOf } from "./plan-round.server";
import { stateOf } from "./round";
import type { Plan } from "./round.form";
import { mayChangeRound } from "./round.policy";

/** `isAsRead`: whether it is the revision that was changed; another one's changes in between are not overwritten. */
type Change = { roundId: string; isAsRead(revision: number): boolean; plan: Plan; by: Viewer; at: Date };

export function changeRound(db: Db, { roundId, isAsRead, plan, by, at }: Change) {
  return allOrNothing(db, by, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return refused("not_found");
    if (!mayChangeRound(by, round)) return refused("not_allowed");
    if (stateOf(round, at) !== "planned") return refused("round_opened");
    if (!isAsRead(round.revision)) return refused("stale_revision");
    const screened = await stopIdentifiers(tx, { texts: wordsOf(plan), at });
    if (!screened.ok) return screened;
    const written = await columnsOf(tx, plan);
    if (!written.ok) return written;

    const revision = round.revision + 1;
    await tx
      .update(rounds)
      .set({ ...written.value, revision })
      .where(eq(rounds.id, roundId));
    const strangers = await writeRows(tx, { roundId, subject: plan.subject, redFlags: plan.redFlags });
    if (strangers.length > 0) return refused("red_flags_elsewhere", { ids: strangers.join(", ") });
    await recordEvent(tx, { action: "round.changed", subject: { kind: "round", id: roundId }, at });
    return done({ revision });
  });
}
