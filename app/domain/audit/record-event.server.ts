import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";

type Event = {
  /** thing.past, e.g. `advisory.published`. */
  action: string;
  subject: { kind: string; id: string };
  /** Kinds, counts, hashes, numbers of versions. Never words that someone wrote. */
  detail?: Record<string, unknown>;
  at: Date;
};

/** Appends to the audit log in the act's own transaction; the member is the transaction's viewer. Call it late: writers queue on it until they commit. */
export async function recordEvent(tx: Transaction, { action, subject, detail = {}, at }: Event) {
  await tx.execute(
    sql`select audit_append(${at.toISOString()}::timestamptz, ${action}, ${subject.kind}, ${subject.id}, ${JSON.stringify(detail)}::jsonb)`,
  );
}
