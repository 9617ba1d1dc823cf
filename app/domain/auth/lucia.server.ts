import { sha256 } from "@oslojs/crypto/sha2";
import { sql } from "drizzle-orm";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { Applicant, Member } from "~/domain/members/viewer";
import { type Db, oneRow } from "~db/client.server";

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: Person;
  }
}

type SessionFacts = {
  /** Names the session in its member's own list. */
  publicId: string;
  confirmedAt: Date | null;
  endsAt: Date | null;
  device: string;
  deviceHash: Uint8Array | null;
};
/** One of the two: a member in good standing, or one whose organisation is not vetted, or no longer. */
type Person = { viewer: Member | null; applicant: Applicant | null };

type Found = Person & { id: string; memberId: string; expiresAt: string; confirmedAt: string | null };

export type SessionCare = {
  /** Served over https. */
  secure: boolean;
  /** A session ends after this long without a click, each use in its second half extends it. */
  idleMinutes: number;
};

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
      const { memberId, viewer, applicant, confirmedAt } = found;
      const session: DatabaseSession = {
        id,
        userId: memberId,
        expiresAt: new Date(found.expiresAt),
        attributes: {
          publicId: found.id,
          confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
          endsAt: null,
          device: "",
          deviceHash: null,
        },
      };
      return [session, viewer || applicant ? { id: memberId, attributes: { viewer, applicant } } : null];
    },
    async setSession({ id, userId, expiresAt, attributes: { confirmedAt, endsAt, device, deviceHash } }) {
      await db.execute(
        sql`select session_start(${hashOf(id)}, ${userId}::uuid, ${expiresAt.toISOString()}::timestamptz,
          ${(endsAt ?? expiresAt).toISOString()}::timestamptz, ${confirmedAt?.toISOString() ?? null}::timestamptz,
          ${device}, ${deviceHash})`,
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
      await db.execute(sql`select sign_in_sweep()`);
    },
    getUserSessions() {
      // The table holds hashes, and Lucia would hash them again: `own_sessions` lists them instead.
      throw new Error("sessions are kept as hashes and cannot be listed by id");
    },
  };
}

export function createLucia(db: Db, { secure, idleMinutes }: SessionCare) {
  return new Lucia(adapter(db), {
    sessionExpiresIn: new TimeSpan(idleMinutes, "m"),
    sessionCookie: {
      name: cookieName(secure),
      // The row in the table says when a session ends; the cookie merely outlives it.
      expires: false,
      attributes: { secure, sameSite: "lax", path: "/" },
    },
    getSessionAttributes: ({ publicId, confirmedAt }) => ({ publicId, confirmedAt }),
    getUserAttributes: ({ viewer, applicant }) => ({ viewer, applicant }),
  });
}

/** `__Host-` pins a cookie to this host; browsers take it over https only. */
export const cookieName = (secure: boolean) => (secure ? "__Host-ribera_session" : "ribera_session");
