import { and, eq, isNotNull, lt, notExists, or } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { demoPersonas, notices } from "~db/schema";

const day = 86_400_000;

/** What the demo's past acts told their readers went out then; letters of today go to those whose mailbox somebody opens. */
export async function settleOldNotices(tx: Transaction, at: Date) {
  const persona = tx
    .select({ key: demoPersonas.key })
    .from(demoPersonas)
    .where(eq(demoPersonas.memberId, notices.memberId));
  await tx
    .update(notices)
    .set({ state: "sent", sentAt: notices.queuedAt })
    .where(
      and(
        eq(notices.state, "queued"),
        isNotNull(notices.memberId),
        or(lt(notices.queuedAt, new Date(at.getTime() - 14 * day)), notExists(persona)),
      ),
    );
}
