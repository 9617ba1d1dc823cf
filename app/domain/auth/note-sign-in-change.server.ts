import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { SignInChange } from "~/domain/notices/notice";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import type { Transaction } from "~db/client.server";

const actions: Record<SignInChange, string> = {
  "passkey-added": "passkey.added",
  "passkey-removed": "passkey.removed",
  "password-set": "password.set",
  "password-removed": "password.removed",
  "totp-set": "totp.set",
  "recovery-codes-issued": "recovery_codes.issued",
  "recovery-code-used": "recovery_code.used",
};

type Change = { by: { memberId: string; sessionId: string }; change: SignInChange; at: Date };

/** A change to how someone gets in: they hear of it by mail, and every other session of theirs is over. */
export async function noteSignInChange(tx: Transaction, { by, change, at }: Change) {
  const { memberId, sessionId } = by;
  const rows = await tx.execute<{ ended: number }>(sql`select own_sessions_end(${sessionId}::uuid) as ended`);
  await queueNotice(tx, { kind: "sign-in-changed", to: { memberId }, about: { change }, at });
  await recordEvent(tx, {
    action: actions[change],
    subject: { kind: "member", id: memberId },
    detail: { sessionsEnded: rows[0]?.ended ?? 0 },
    at,
  });
}
