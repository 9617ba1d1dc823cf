import type { Applicant, Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";
import { createLucia, type SessionCare } from "./lucia.server";

export type FoundSession = {
  /** Names the session in its member's own list. */
  sessionId: string;
  /** In good standing, or null. */
  viewer: Member | null;
  /** Signed in, and a stranger to all content. */
  applicant: Applicant | null;
  confirmedAt: Date | null;
};

export async function findSession(
  db: Db,
  { cookies, ...care }: SessionCare & { cookies: string },
): Promise<FoundSession | undefined> {
  const lucia = createLucia(db, care);
  const id = lucia.readSessionCookie(cookies);
  if (!id) return undefined;
  const { user, session } = await lucia.validateSession(id);
  if (!user) return undefined;
  return {
    sessionId: session.publicId,
    viewer: user.viewer,
    applicant: user.applicant,
    confirmedAt: session.confirmedAt,
  };
}
