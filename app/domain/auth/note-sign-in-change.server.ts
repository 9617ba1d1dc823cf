import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { SignInChange } from "~/domain/notices/notice";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import type { Transaction } from "~db/client.server";
import { countLiveTokens } from "./own-sign-in.server";

const actions: Record<SignInChange, string> = {
  "passkey-added": "passkey.added",
  "passkey-removed": "passkey.removed",
  "password-set": "password.set",
  "password-removed": "password.removed",
  "totp-set": "totp.set",
  "recovery-codes-issued": "recovery_codes.issued",
  "recovery-code-used": "recovery_code.used",
};

type Change = { memberId: string; change: SignInChange; at: Date };

/** Tells a member by mail, and how many of their tokens go on working: those outlive the change. */
export async function noteChange(
  tx: Transaction,
  { memberId, change, at, ...detail }: Change & { sessionsEnded?: number },
) {
  const tokens = await countLiveTokens(tx, { memberId }, at);
  await queueNotice(tx, { kind: "sign-in-changed", to: { memberId }, about: { change, tokens }, at });
  await recordEvent(tx, { action: actions[change], subject: { kind: "member", id: memberId }, detail, at });
}

type OwnChange = { by: { memberId: string; sessionId: string }; change: SignInChange; at: Date };

/** A change to how someone gets in: they hear of it by mail, and every other session of theirs is over. */
export async function noteSignInChange(
  tx: Transaction,
  { by: { memberId, sessionId }, change, at }: OwnChange,
) {
  const rows = await tx.execute<{ ended: number }>(sql`select own_sessions_end(${sessionId}::uuid) as ended`);
  await noteChange(tx, { memberId, change, sessionsEnded: rows[0]?.ended ?? 0, at });
}
