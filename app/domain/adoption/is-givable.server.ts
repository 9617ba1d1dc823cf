import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { memberRoles, members } from "~db/schema";
import { workingRoles } from "./adoption.policy";

/** Whether a red flag can be given to this person: a colleague who works on boards and is still here; to nobody, always. */
export async function isGivable(tx: Transaction, ownerId: string | null, organisationId: string) {
  if (ownerId === null) return true;
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .innerJoin(memberRoles, eq(memberRoles.memberId, members.id))
    .where(
      and(
        eq(members.id, ownerId),
        eq(members.organisationId, organisationId),
        isNull(members.leftAt),
        inArray(memberRoles.role, [...workingRoles]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
