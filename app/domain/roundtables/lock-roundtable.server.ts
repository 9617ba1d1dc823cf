import { and, eq, isNull, sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Transaction } from "~db/client.server";
import { roundtableInvitations, roundtableParts, roundtables } from "~db/schema";
import { findRoomSeal } from "./room-seal.server";

type Wanted = { roundtableId: string; keys: SecretKeys };

/** The room with what its sentences ask of it, one act at a time; nothing where its asker is not in it. */
export async function lockRoundtable(tx: Transaction, { roundtableId, keys }: Wanted) {
  // Not the row: whoever is invited may act and may not change it.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`ribera.roundtable ${roundtableId}`}, 0))`,
  );
  const [room] = await tx.select().from(roundtables).where(eq(roundtables.id, roundtableId));
  const sealed = room && (await findRoomSeal(tx, { roundtableId, keys }));
  if (!room || !sealed) return undefined;
  const parts = await tx
    .select({
      id: roundtableParts.id,
      memberId: roundtableParts.memberId,
      authorityId: roundtableParts.authorityId,
      part: roundtableParts.part,
    })
    .from(roundtableParts)
    .where(and(eq(roundtableParts.roundtableId, roundtableId), isNull(roundtableParts.endedAt)));
  const invitations = await tx
    .select({ organisationId: roundtableInvitations.organisationId, seats: roundtableInvitations.seats })
    .from(roundtableInvitations)
    .where(
      and(eq(roundtableInvitations.roundtableId, roundtableId), isNull(roundtableInvitations.withdrawnAt)),
    );
  return {
    ...room,
    sealed,
    parts,
    invitations,
    invited: invitations.map(({ organisationId }) => organisationId),
  };
}
