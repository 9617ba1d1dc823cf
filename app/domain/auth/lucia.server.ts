import { sha256 } from "@oslojs/crypto/sha2";
import { sql } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { Member } from "~/domain/members/viewer";
import { type Db, oneRow } from "~db/client.server";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseSessionAttributes: { confirmedAt: Date | null };
    DatabaseUserAttributes: { viewer: Member };
  }
}

type Found = { memberId: string; expiresAt: string; confirmedAt: string | null; viewer: Member | null };

export const hashOf = (secret: string) => Buffer.from(sha256(new TextEncoder().encode(secret)));

/** The store sees SHA-256 of a session id and nothing else: who reads the table cannot sign in with what it holds. */
function adapter(db: Db): Adapter {
  return {
    async getSessionAndUser(id) {
      const rows = await db
        .select({ found: sql<Found | null>`session_find(${hashOf(id)})` })
        .from(oneRow)
        .prepare("session_find")
        .execute();
      const found = rows[0]?.found;
      if (!found) return [null, null];
      const session: DatabaseSession = {
        id,
        userId: found.memberId,
        expiresAt: new Date(found.expiresAt),
        attributes: { confirmedAt: found.confirmedAt === null ? null : new Date(found.confirmedAt) },
      };
      return [session, found.viewer && { id: found.memberId, attributes: { viewer: found.viewer } }];
    },
    async setSession({ id, userId, expiresAt, attributes: { confirmedAt } }) {
      await db.execute(
        sql`select session_start(${hashOf(id)}, ${userId}::uuid, ${expiresAt.toISOString()}::timestamptz, ${confirmedAt?.toISOString() ?? null}::timestamptz)`,
      );
    },
    async updateSessionExpiration(id, expiresAt) {
      await db.execute(sql`select session_extend(${hashOf(id)}, ${expiresAt.toISOString()}::timestamptz)`);
    },
    async deleteSession(id) {
      await db.execute(sql`select session_end(${hashOf(id)})`);
    },
    async deleteUserSessions(userId) {
      await db.execute(sql`select sessions_end_of(${userId}::uuid)`);
    },
    async deleteExpiredSessions() {
      await db.execute(sql`select sessions_end_expired(now())`);
    },
    getUserSessions() {
      // The table holds hashes, and Lucia would hash them again: a list of sessions must end them by hash.
      throw new Error("sessions are kept as hashes and cannot be listed by id");
    },
  };
}

/** Half a working day without a click ends a session; each use in its second half extends it. */
const sessionLength = new TimeSpan(12, "h");

export function createLucia(db: Db, secure: boolean) {
  return new Lucia(adapter(db), {
    sessionExpiresIn: sessionLength,
    sessionCookie: {
      name: cookieName(secure),
      // The row in the table says when a session ends; the cookie merely outlives it.
      expires: false,
      attributes: { secure, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ confirmedAt }) => ({ confirmedAt }),
    getUserAttributes: ({ viewer }) => ({ viewer }),
  });
}

/** `__Host-` pins a cookie to this host; browsers take it over https only. */
export const cookieName = (secure: boolean) => (secure ? "__Host-ribera_session" : "ribera_session");
