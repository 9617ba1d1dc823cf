import type { Db } from "~db/client.server";
import { createLucia } from "./lucia.server";

type Start = { memberId: string; confirmedAt: Date | null; secure: boolean };

/** Returns the `Set-Cookie` value. `confirmedAt`: when the person last proved who they are. */
export async function startSession(db: Db, { memberId, confirmedAt, secure }: Start): Promise<string> {
  const lucia = createLucia(db, secure);
  const session = await lucia.createSession(memberId, { confirmedAt });
  return lucia.createSessionCookie(session.id).serialize();
}
