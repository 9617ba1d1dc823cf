import type { Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";
import { createLucia } from "./lucia.server";

export type FoundSession = { viewer: Member; confirmedAt: Date | null };

export async function findSession(
  db: Db,
  { cookies, secure }: { cookies: string; secure: boolean },
): Promise<FoundSession | undefined> {
  const lucia = createLucia(db, secure);
  const id = lucia.readSessionCookie(cookies);
  if (!id) return undefined;
  const { user, session } = await lucia.validateSession(id);
  return user ? { viewer: user.viewer, confirmedAt: session.confirmedAt } : undefined;
}
