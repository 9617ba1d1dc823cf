import { sql } from "drizzle-orm";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import type { Scope } from "./scope";

// What a person sees of their own ways in; everything here is the asker's, whoever asks.

type Own = { memberId: string };

export type WaysIn = {
  passkeys: number;
  /** ISO instants. */
  passwordSetAt: string | null;
  recoveryCodesLeft: number;
  recoveryCodesIssuedAt: string | null;
};

export const findWaysIn = (db: Db, by: Own) =>
  asViewer(db, by, async (tx): Promise<WaysIn> => {
    const rows = await tx.execute<{ ways: WaysIn }>(sql`select own_ways_in() as ways`);
    const ways = rows[0]?.ways;
    if (!ways) throw new Error("own_ways_in answered nothing");
    return ways;
  });

type PasskeyRow = {
  id: string;
  name: string;
  credential_id: Uint8Array;
  created_at: string;
  last_used_at: string | null;
};

export const listPasskeys = (db: Db, by: Own) =>
  asViewer(db, by, async (tx) => {
    const rows = await tx.execute<PasskeyRow>(
      sql`select id, name, credential_id, created_at, last_used_at from own_passkeys()`,
    );
    return rows.map(({ id, name, credential_id, created_at, last_used_at }) => ({
      id,
      name,
      credentialId: Buffer.from(credential_id).toString("base64url"),
      createdAt: created_at,
      lastUsedAt: last_used_at,
    }));
  });

type SessionRow = {
  id: string;
  device: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  ends_at: string;
};

export const listSessions = (db: Db, by: Own) =>
  asViewer(db, by, async (tx) => {
    const rows = await tx.execute<SessionRow>(
      sql`select id, device, created_at, last_seen_at, expires_at, ends_at from own_sessions()`,
    );
    return rows.map(({ id, device, created_at, last_seen_at, expires_at, ends_at }) => ({
      id,
      device,
      createdAt: created_at,
      lastSeenAt: last_seen_at,
      expiresAt: expires_at,
      endsAt: ends_at,
    }));
  });

type TokenRow = {
  id: string;
  name: string;
  scopes: Scope[];
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
};

export const listTokens = (db: Db, by: Own) =>
  asViewer(db, by, async (tx) => {
    const rows = await tx.execute<TokenRow>(
      sql`select id, name, scopes, created_at, expires_at, last_used_at, revoked_at from own_tokens()`,
    );
    return rows.map(({ id, name, scopes, created_at, expires_at, last_used_at, revoked_at }) => ({
      id,
      name,
      scopes,
      createdAt: created_at,
      expiresAt: expires_at,
      lastUsedAt: last_used_at,
      revokedAt: revoked_at,
    }));
  });

/** Of the member's tokens, how many a program can still use. */
export const countLiveTokens = (db: Db, by: Own, at: Date) =>
  asViewer(db, by, async (tx): Promise<number> => {
    const rows = await tx.execute<{ tokens: number }>(
      sql`select own_tokens_live(${at.toISOString()}::timestamptz) as tokens`,
    );
    return rows[0]?.tokens ?? 0;
  });

/** What an address that a program reads without signing in opens. */
export type AddressKind = "calendar" | "advisories";

type AddressRow = {
  id: string;
  name: string;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
};

export const listCalendarAddresses = (db: Db, by: Own) =>
  asViewer(db, by, (tx) => addressesOf(tx, "calendar"));
export const listFeedAddresses = (db: Db, by: Own) => asViewer(db, by, (tx) => addressesOf(tx, "advisories"));

export async function addressesOf(tx: Transaction, kind: AddressKind) {
  const rows = await tx.execute<AddressRow>(
    sql`select id, name, created_at, last_used_at, revoked_at from own_feed_tokens(${kind})`,
  );
  return rows.map(({ id, name, created_at, last_used_at, revoked_at }) => ({
    id,
    name,
    createdAt: created_at,
    lastUsedAt: last_used_at,
    revokedAt: revoked_at,
  }));
}

/** What an authenticator lists the account by. */
export const findOwnEmail = (db: Db, by: Own) =>
  asViewer(db, by, async (tx): Promise<string> => {
    const rows = await tx.execute<{ email: string | null }>(sql`select own_email() as email`);
    return rows[0]?.email ?? "";
  });
