import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { vettingMeasures } from "~db/schema";

/** What waits for a second officer's word; at most one measure of an organisation does. */
export async function findOpenMeasure(tx: Transaction, organisationId: string) {
  const [row] = await tx
    .select()
    .from(vettingMeasures)
    .where(
      and(
        eq(vettingMeasures.organisationId, organisationId),
        isNull(vettingMeasures.confirmedAt),
        isNull(vettingMeasures.endedAt),
      ),
    );
  return row;
}
