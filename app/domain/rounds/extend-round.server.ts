import { eq } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { rounds } from "~db/schema";
import { lockRound } from "./lock-round.server";
import { stateOf, windowProblem } from "./round";
import { mayOpenRound } from "./round.policy";
import { tellAsked } from "./tell-asked.server";

type Extension = { roundId: string; closesAt: Date; by: Viewer; at: Date };

/** Puts off the end of an open round. It is never brought forward: institutions plan by the day that they were told. */
export function extendRound(db: Db, { roundId, closesAt, by, at }: Extension) {
  return asViewer(db, by, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return refused("not_found");
    if (!mayOpenRound(by, round)) return refused("not_allowed");
    if (stateOf(round, at) !== "open" || !round.closesAt || !round.openedAt) return refused("round_not_open");
    if (closesAt <= round.closesAt) return refused("window_not_longer");
    if (windowProblem(closesAt, round.openedAt) === "window_too_long") return refused("window_too_long");

    await tx.update(rounds).set({ closesAt, extendedAt: at }).where(eq(rounds.id, roundId));
    await recordEvent(tx, {
      action: "round.extended",
      subject: { kind: "round", id: roundId },
      detail: { from: round.closesAt.toISOString(), to: closesAt.toISOString() },
      at,
    });
    await tellAsked(tx, { roundId, what: "round-extended", at });
    return done({ closesAt });
  });
}
