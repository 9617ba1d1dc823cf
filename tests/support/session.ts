import { hashOf } from "~/domain/auth/lucia.server";
import { startSession } from "~/domain/auth/start-session.server";
import type { Member } from "~/domain/members/viewer";
import type { World } from "./world";

type Given = { confirmedAt?: Date | null; idleMinutes?: number; hours?: number; device?: string };
export type Signed = { memberId: string; sessionId: string; cookie: string };

/** A session of this member, as the acts want it, with the cookie that carries it; just confirmed unless told otherwise. */
export async function aSession(
  { db, owner }: World,
  { memberId }: Pick<Member, "memberId">,
  { confirmedAt = new Date(), idleMinutes = 60, hours = 12, device = "" }: Given = {},
): Promise<Signed> {
  const given = { memberId, confirmedAt, idleMinutes, hours, device, deviceHash: null, secure: false };
  const cookie = (await startSession(db, given)).split(";")[0] ?? "";
  const hash = hashOf(cookie.slice(cookie.indexOf("=") + 1));
  const [row] = await owner<{ id: string }[]>`select id from sessions where id_hash = ${hash}`;
  if (!row) throw new Error("no session was started");
  return { memberId, sessionId: row.id, cookie };
}
