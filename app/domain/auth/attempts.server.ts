import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { normalAddress } from "~/domain/invitations/normal-address.server";
import { anonymous } from "~/domain/members/viewer";
import { type Refused, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { limits, type Purpose } from "./limits";

export type Trying = {
  purpose: Purpose;
  /** A normal e-mail address, a member's id or an invitation's: whatever is tried at. */
  account?: string | undefined;
  /** Where it comes from. */
  address: string;
  key: Uint8Array;
};

/** Counts one more try, outside any transaction so that a refusal does not undo it; refused when there were too many. */
export async function takeAttempt(db: Db, trying: Trying): Promise<Refused | undefined> {
  for (const { counted, most, minutes } of countersOf(trying)) {
    const rows = await db.execute<{ taken: boolean }>(
      sql`select attempt_take(${counted.purpose}, ${counted.hash}, ${most}, make_interval(mins => ${minutes})) as taken`,
    );
    if (!rows[0]?.taken) return refused("too_many_attempts", { minutes });
  }
  return undefined;
}

/** Refused where so many tries were counted that one more would be too many; counts nothing itself. */
export async function hasTriedEnough(db: Db, trying: Trying): Promise<Refused | undefined> {
  for (const { counted, most, minutes } of countersOf(trying)) {
    const rows = await db.execute<{ spent: boolean }>(
      sql`select attempts_spent(${counted.purpose}, ${counted.hash}, ${most}, make_interval(mins => ${minutes})) as spent`,
    );
    if (rows[0]?.spent) return refused("too_many_attempts", { minutes });
  }
  return undefined;
}

/** Whoever got in starts afresh: their own slips do not add up over the days. */
export async function forgetAttempts(db: Db, trying: Trying): Promise<void> {
  for (const { counted } of countersOf(trying).filter(({ of }) => of === "account")) {
    await db.execute(sql`select attempts_forget(${counted.purpose}, ${counted.hash})`);
  }
}

function countersOf({ purpose, account, address, key }: Trying) {
  const hash = (of: string, value: string) => createHmac("sha256", key).update(`${of}:${value}`).digest();
  return (["address", "account"] as const).flatMap((of) => {
    const value = of === "account" ? account : address;
    if (value === undefined) return [];
    return limits[purpose][of].map(({ most, minutes }) => ({
      of,
      most,
      minutes,
      counted: { purpose: `${purpose}.${of}.${minutes}`, hash: hash(of, value) },
    }));
  });
}

/** The account that an address as typed stands for; one that cannot be an address is counted and traced all the same. */
export function accountOf(email: string): string {
  const normal = normalAddress(email);
  return normal.ok ? normal.value : email.trim().toLowerCase().slice(0, 254);
}

/** `account`: what was tried at, a normal address or the id of a passkey. */
type RefusedSignIn = {
  account: string;
  way: "password" | "recovery-code" | "passkey";
  key: Uint8Array;
  at: Date;
};

export const recordRefusedSignIn = (db: Db, { account, way, key, at }: RefusedSignIn) =>
  asViewer(db, anonymous, (tx) =>
    recordEvent(tx, {
      action: "sign_in.refused",
      subject: { kind: "account", id: traceOf(account, key) },
      detail: { way },
      at,
    }),
  );

/** Names an account in the audit log without naming a person: unknown ones leave the same trace as known ones. */
const traceOf = (account: string, key: Uint8Array) =>
  createHmac("sha256", key).update(`trace:${account}`).digest("hex").slice(0, 16);
