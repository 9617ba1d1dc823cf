import { and, eq, isNull, sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { oneRow, type Transaction } from "~db/client.server";
import { roundtableInvitations, roundtableParts, roundtables } from "~db/schema";
import { findRoomSeal } from "./room-seal.server";

type Wanted = { roundtableId: string; keys: SecretKeys };

/** The room with what its sentences ask of it, one act at a time; nothing where its asker is not in it. */
export async function lockRoundtable(tx: Transaction, wanted: Wanted) {
  await takeTurn(tx, wanted.roundtableId);
  return readInTurn(tx, wanted);
}

/** Until the transaction ends nobody else acts in this room. Not its row: whoever is invited may act and may not change that. */
export async function takeTurn(tx: Transaction, roundtableId: string) {
  await tx
    .select({ turn: sql`pg_advisory_xact_lock(hashtextextended(${`ribera.roundtable ${roundtableId}`}, 0))` })
    .from(oneRow)
    .prepare("roundtable_turn")
    .execute();
}

/** The room as it stands in one's turn: prepared and asked side by side, because everyone else waits meanwhile. */
export async function readInTurn(tx: Transaction, { roundtableId, keys }: Wanted) {
  const [[room], sealed, parts, invitations] = await Promise.all([
    tx
      .select()
      .from(roundtables)
      .where(eq(roundtables.id, roundtableId))
      .prepare("roundtable_in_turn")
      .execute(),
    findRoomSeal(tx, { roundtableId, keys }),
    tx
      .select({
        id: roundtableParts.id,
        memberId: roundtableParts.memberId,
        authorityId: roundtableParts.authorityId,
        part: roundtableParts.part,
      })
      .from(roundtableParts)
      .where(and(eq(roundtableParts.roundtableId, roundtableId), isNull(roundtableParts.endedAt)))
      .prepare("roundtable_parts_in_turn")
      .execute(),
    tx
      .select({ organisationId: roundtableInvitations.organisationId, seats: roundtableInvitations.seats })
      .from(roundtableInvitations)
      .where(
        and(eq(roundtableInvitations.roundtableId, roundtableId), isNull(roundtableInvitations.withdrawnAt)),
      )
      .prepare("roundtable_invitations_in_turn")
      .execute(),
  ]);
  if (!room || !sealed) return undefined;
  return {
    ...room,
    sealed,
    parts,
    invitations,
    invited: invitations.map(({ organisationId }) => organisationId),
  };
}
