import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { invitations, organisations } from "~db/schema";

/** An invitation that is neither taken up nor withdrawn, if the transaction's viewer runs it; held until the transaction ends. */
export async function lockInvitation(tx: Transaction, id: string) {
  const [row] = await tx
    .select({
      id: invitations.id,
      kind: invitations.kind,
      organisationId: invitations.organisationId,
      jurisdiction: organisations.jurisdiction,
      email: invitations.email,
      name: invitations.name,
      language: invitations.language,
      generation: invitations.generation,
      sentAt: invitations.sentAt,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .for("update", { of: invitations });
  return row;
}
