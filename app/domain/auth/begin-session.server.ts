import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { asViewer, type Db } from "~db/client.server";
import { hashOf, type SessionCare } from "./lucia.server";
import { startSession } from "./start-session.server";

export type Visit = SessionCare & {
  hours: number;
  /** Browser and system, as names. */
  device: string;
  /** What this browser's own cookie holds. */
  deviceSecret: string;
};

type Begun = {
  memberId: string;
  way: "passkey" | "password" | "recovery-code" | "invitation";
  visit: Visit;
  at: Date;
};

/** Someone has proved who they are. Tells them by mail when it was in a browser that they had not used before. */
export function beginSession(db: Db, { memberId, way, visit, at }: Begun): Promise<string> {
  const { deviceSecret, ...care } = visit;
  const deviceHash = hashOf(deviceSecret);
  return asViewer(db, { memberId }, async (tx) => {
    const cookie = await startSession(tx, { ...care, memberId, confirmedAt: at, deviceHash });
    const rows = await tx.execute<{ unseen: boolean }>(sql`select device_note(${deviceHash}) as unseen`);
    if (rows[0]?.unseen)
      await queueNotice(tx, {
        kind: "device-seen",
        to: { memberId },
        about: { device: visit.device },
        at,
      });
    await recordEvent(tx, {
      action: "session.started",
      subject: { kind: "member", id: memberId },
      detail: { way },
      at,
    });
    return cookie;
  });
}
