import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { roundInvitations, rounds } from "~db/schema";
import { lockRound } from "./lock-round.server";
import { readinessOf } from "./readiness.server";
import { leastInstitutions, stateOf } from "./round";
import { mayOpenRound } from "./round.policy";
import { sealRoundKey } from "./round-key.server";
import { tellAsked } from "./tell-asked.server";

type Opening = {
  roundId: string;
  /** Of the plan that was read before opening. */
  revision: number;
  /** The authority's word that answers are not used for supervision. */
  notForSupervision: boolean;
  /** Said by whoever opens a round of which nothing can be published. */
  evenIfUnpublished: boolean;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Invites the institutions of the plan and begins to take answers. */
export function openRound(
  db: Db,
  { roundId, revision, notForSupervision, evenIfUnpublished, keys, by, at }: Opening,
) {
  return asViewer(db, by, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return refused("not_found");
    if (by.memberId === null || !mayOpenRound(by, round)) return refused("not_allowed");
    if (stateOf(round, at) !== "planned") return refused("round_opened");
    if (round.revision !== revision) return refused("stale");
    const { missing, invitees, tooFewToPublish } = await readinessOf(tx, round, at);
    const [first] = missing;
    if (first) return refused(first);
    if (!notForSupervision) return refused("supervision_not_ruled_out");
    if (tooFewToPublish && !evenIfUnpublished)
      return refused("too_few_invited", { least: leastInstitutions });

    await tx
      .insert(roundInvitations)
      .values(invitees.map(({ organisationId }) => ({ roundId, organisationId })));
    const sealed = sealRoundKey(randomBytes(32), { keys, roundId });
    await tx.execute(sql`select round_key_keep(${roundId}::uuid, ${sealed}::bytea)`);
    await tx.update(rounds).set({ openedBy: by.memberId, openedAt: at }).where(eq(rounds.id, roundId));
    await recordEvent(tx, {
      action: "round.opened",
      subject: { kind: "round", id: roundId },
      detail: { mode: round.mode, invited: invitees.length },
      at,
    });
    await tellAsked(tx, { roundId, what: "round-opened", at });
    return done({ invited: invitees.length });
  });
}
