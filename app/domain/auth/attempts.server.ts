import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { normalAddress } from "~/domain/invitations/normal-address.server";
import { anonymous } from "~/domain/members/viewer";
import { type Refused, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
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
  for (const counter of countersOf(trying)) {
    if (!(await take(db, counter))) return limited(db, trying, counter);
  }
  return undefined;
}

async function take(db: Db, { counted, most, minutes }: Omit<Counter, "of">) {
  const [row] = await db.execute<{ taken: boolean }>(
    sql`select attempt_take(${counted.purpose}, ${counted.hash}, ${most}, make_interval(mins => ${minutes})) as taken`,
  );
  return row?.taken ?? false;
}

/** Refused where so many tries were counted that one more would be too many; counts nothing itself. */
export async function hasTriedEnough(db: Db, trying: Trying): Promise<Refused | undefined> {
  for (const counter of countersOf(trying)) {
    const { counted, most, minutes } = counter;
    const rows = await db.execute<{ spent: boolean }>(
      sql`select attempts_spent(${counted.purpose}, ${counted.hash}, ${most}, make_interval(mins => ${minutes})) as spent`,
    );
    if (rows[0]?.spent) return limited(db, trying, counter);
  }
  return undefined;
}

/** However many addresses or accounts are being tried at once, the auditor reads no more than so many lines about it. */
const mostNoted = { most: 30, minutes: 15 };

/** Refuses, and leaves one trace per window of that a limit was reached: an account by its keyed hash, an address not at all. */
async function limited(db: Db, { purpose, account, key }: Trying, { of, most, minutes, counted }: Counter) {
  await asViewer(db, anonymous, async (tx) => {
    const first = { counted: { ...counted, purpose: `limited.${counted.purpose}` }, most: 1, minutes };
    if (!(await take(tx, first))) return;
    const all = { counted: { purpose: "limited", hash: hashOf(key, "limited", "") }, ...mostNoted };
    if (!(await take(tx, all))) return;
    // The clock by which tries are counted, which all processes share.
    const [clock] = await tx.execute<{ at: string }>(sql`select clock_timestamp() as at`);
    await recordEvent(tx, {
      action: "attempts.limited",
      subject:
        of === "account" && account !== undefined
          ? { kind: "account", id: traceOf(account, key) }
          : { kind: "limit", id: purpose },
      detail: { purpose, of, most, minutes },
      at: new Date(clock?.at ?? 0),
    });
  });
  return refused("too_many_attempts", { minutes });
}

/** Whoever got in starts afresh: their own slips do not add up over the days. */
export async function forgetAttempts(db: Db, trying: Trying): Promise<void> {
  for (const { counted } of countersOf(trying).filter(({ of }) => of === "account")) {
    await db.execute(sql`select attempts_forget(${counted.purpose}, ${counted.hash})`);
  }
}

const hashOf = (key: Uint8Array, of: string, value: string) =>
  createHmac("sha256", key).update(`${of}:${value}`).digest();

type Counter = ReturnType<typeof countersOf>[number];

function countersOf({ purpose, account, address, key }: Trying) {
  return (["address", "account"] as const).flatMap((of) => {
    const value = of === "account" ? account : address;
    if (value === undefined) return [];
    return limits[purpose][of].map(({ most, minutes }) => ({
      of,
      most,
      minutes,
      counted: { purpose: `${purpose}.${of}.${minutes}`, hash: hashOf(key, of, value) },
    }));
  });
}

/** The account that an address as typed stands for; one that cannot be an address is counted and traced all the same. */
export function accountOf(email: string): string {
  const normal = normalAddress(email);
  return normal.ok ? normal.value : storable(email.trim().toLowerCase().slice(0, 254));
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
