import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";

type Officer = { memberId: string; authorityId: string };

/** Whether this member still answers for that authority: a word of somebody who does not any more counts no longer. */
export async function isOfficerOf(tx: Transaction, { memberId, authorityId }: Officer): Promise<boolean> {
  const [row] = await tx.execute<{ stands: boolean }>(
    sql`select is_officer_of(${memberId}::uuid, ${authorityId}::uuid) as stands`,
  );
  return row?.stands ?? false;
}

type Declaration = { officer: string; organisationId: string; at: Date };

/** Whether this officer put the organisation out alone within the last thirty days, and nobody agreed. */
export async function isEmergencySpent(
  tx: Transaction,
  { officer, organisationId, at }: Declaration,
): Promise<boolean> {
  const [row] = await tx.execute<{ spent: boolean }>(
    sql`select emergency_spent(${officer}::uuid, ${organisationId}::uuid, ${at.toISOString()}::timestamptz) as spent`,
  );
  return row?.spent ?? false;
}
