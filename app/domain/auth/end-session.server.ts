import type { Db } from "~db/client.server";
import { createLucia } from "./lucia.server";

/** Returns the `Set-Cookie` value that takes the cookie away. */
export async function endSession(
  db: Db,
  { cookies, secure }: { cookies: string; secure: boolean },
): Promise<string> {
  const lucia = createLucia(db, secure);
  const id = lucia.readSessionCookie(cookies);
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}
