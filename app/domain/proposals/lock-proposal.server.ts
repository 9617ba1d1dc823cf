import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { proposals } from "~db/schema";
import { maySettleProposal } from "./proposal.policy";

/** What a desk reads of each proposal. */
export const proposalColumns = {
  id: proposals.id,
  authorityId: proposals.authorityId,
  kind: proposals.kind,
  name: proposals.name,
  words: proposals.words,
  reason: proposals.reason,
  concerns: proposals.concerns,
  outcome: proposals.outcome,
};

/** A proposal that waits, one act on it at a time. */
export async function lockProposal(tx: Transaction, id: string, by: Viewer) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`ribera.proposal ${id}`}, 0))`);
  const [proposal] = await tx.select(proposalColumns).from(proposals).where(eq(proposals.id, id));
  if (!proposal) return refused("not_found");
  if (!maySettleProposal(by, proposal)) return refused("not_allowed");
  if (proposal.outcome) return refused("proposal_settled");
  return done({ proposal, by });
}

type Settled = Pick<typeof proposals.$inferInsert, "outcome" | "takenInto" | "declined">;

export const settle = (
  tx: Transaction,
  { id, memberId, at, ...settled }: Settled & { id: string; memberId: string; at: Date },
) =>
  tx
    .update(proposals)
    .set({ ...settled, settledBy: memberId, settledAt: at })
    .where(and(eq(proposals.id, id), sql`outcome is null`));
