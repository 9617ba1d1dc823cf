import { and, eq } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { roomContributions } from "~db/schema";

type Wanted = { roundtableId: string; contributionId: string };

/** What an act in a locked room is about. */
export async function lockContribution(tx: Transaction, { roundtableId, contributionId }: Wanted) {
  const [row] = await tx
    .select({
      kind: roomContributions.kind,
      item: roomContributions.item,
      hiddenAt: roomContributions.hiddenAt,
      settledAt: roomContributions.settledAt,
      words: roomContributions.words,
    })
    .from(roomContributions)
    .where(and(eq(roomContributions.id, contributionId), eq(roomContributions.roundtableId, roundtableId)));
  return row;
}
