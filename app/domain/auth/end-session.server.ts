import type { Db } from "~db/client.server";
import { createLucia, type SessionCare } from "./lucia.server";

/** Returns the `Set-Cookie` value that takes the cookie away. */
export async function endSession(
  db: Db,
  { cookies, ...care }: SessionCare & { cookies: string },
): Promise<string> {
  const lucia = createLucia(db, care);
  const id = lucia.readSessionCookie(cookies);
  if (id) await lucia.invalidateSession(id);
  return lucia.createBlankSessionCookie().serialize();
}
