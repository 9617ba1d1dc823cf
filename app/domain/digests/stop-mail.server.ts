import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { habits } from "~/domain/notices/notice";
import { asViewer, type Db } from "~db/client.server";
import { readUnsubscribeToken } from "./unsubscribe-token.server";

type Stopping = { token: string; key: Uint8Array; at: Date };

/** Stops what the address in a mail stops. Any token gets the same answer, so that trying them tells nothing. */
export async function stopMail(db: Db, { token, key, at }: Stopping) {
  const named = readUnsubscribeToken(token, key);
  if (!named) return;
  const { memberId, what } = named;
  await asViewer(db, { memberId }, async (tx) => {
    const [row] = await tx.execute<{ count: number }>(
      sql`select own_mail_stop(${what}, ${JSON.stringify(habits)}::jsonb, ${at.toISOString()}::timestamptz) as count`,
    );
    if (row?.count)
      await recordEvent(tx, { action: "notices.chosen", subject: { kind: "member", id: memberId }, at });
  });
}
