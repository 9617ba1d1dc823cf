import { eq } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { rounds } from "~db/schema";

/** What the web role reads of a round; its audiences are its authority's to know (`round_audiences`). */
export const roundColumns = {
  id: rounds.id,
  authorityId: rounds.authorityId,
  typology: rounds.typology,
  versionId: rounds.versionId,
  mode: rounds.mode,
  title: rounds.title,
  readersStatement: rounds.readersStatement,
  tlp: rounds.tlp,
  closesAt: rounds.closesAt,
  revision: rounds.revision,
  openedAt: rounds.openedAt,
  takenAt: rounds.takenAt,
  closedAt: rounds.closedAt,
  calledOffAt: rounds.calledOffAt,
};

/** The round, held until the transaction ends; nothing where its asker may not know of it. */
export async function lockRound(tx: Transaction, id: string) {
  const [round] = await tx.select(roundColumns).from(rounds).where(eq(rounds.id, id)).for("update");
  return round;
}
