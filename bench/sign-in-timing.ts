import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { issueRecoveryCodes } from "~/domain/auth/issue-recovery-codes.server";
import { keepPasswordAndTotp } from "~/domain/auth/keep-password-and-totp.server";
import { newPassword } from "~/domain/auth/password.server";
import { openSecretKeys } from "~/domain/auth/secret-key.server";
import { newTotpSecret } from "~/domain/auth/totp.server";
import { findDemoPerson } from "~/domain/members/demo-people.server";
import { paths } from "~/paths";
import { asViewer, connect } from "~db/client.server";
import { openEmbedded } from "~db/embedded/open-embedded.server";
import { anAuthenticator } from "../tests/support/authenticator";
import { totpOf } from "../tests/support/totp";
import { type Emit, p95 } from "./measurement";
import { median, shareLonger } from "./pairs";
import { type RunningServer, startServer } from "./running-server";
import { numbersFrom } from "./search-corpus";
import { sessionOf } from "./signed-in";

const tries = 200;
const password = "lluvia teclado oriente 47 bisagra";
const known = ["banco-meseta-officer", "rio-grande-bank-officer", "fincen-analyst", "cnbv-legal", "auditor"];

type Ask = { path: string; fields: Record<string, string>; cookie?: string; status: number };
type Way = {
  name: string;
  /** What stands on the two sides, for the notes. */
  sides: string;
  known(n: number): Promise<Ask> | Ask;
  unknown(n: number): Promise<Ask> | Ask;
};

/**
 * Whether the time of a refusal tells that an account is known: the same try at known and unknown ones, in an order drawn by lot,
 * and unknown ones a second time, which says how far two equal things lie apart on this machine.
 */
export async function run(emit: Emit) {
  // Tries come from addresses of their own, or the limit by address would end the measurement.
  const server = await startServer({ environment: { RIBERA_PROXIES: "1" } });
  const database = await openEmbedded({ dataDir: server.dataDir, alone: false, onProgress: () => {} });
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const ways = await waysIn(server, database.webUrl, owner);
    for (const way of ways) await measure(server, owner, way, emit);
  } finally {
    await owner.end();
    await database.close();
    await server.stop();
  }
}

async function measure({ origin }: RunningServer, owner: postgres.Sql, way: Way, emit: Emit) {
  const random = numbersFrom(tries);
  const times = { known: [] as number[], unknown: [] as number[], again: [] as number[] };
  for (let n = -10; n < tries; n += 1) {
    const order = (["known", "unknown", "again"] as const)
      .map((side) => ({ side, lot: random() }))
      .sort((a, b) => a.lot - b.lot);
    for (const { side } of order) {
      const ask = await (side === "known" ? way.known(n) : way.unknown(n));
      await owner`delete from attempts`;
      const taken = await timed(origin, ask);
      // The first ones find nothing warm.
      if (n >= 0) times[side].push(taken);
    }
  }
  const [value, floor] = [median(times.known), median(times.unknown)];
  emit({
    name: `sign-in-timing.${way.name}`,
    value: round(value),
    unit: "ms",
    floor: round(floor),
    ratio: Number((floor / value).toFixed(3)),
    notes: `${way.sides}; p50 of ${tries} tries of each, in turns drawn by lot; p95 ${round(p95(times.known))} and ${round(p95(times.unknown))} ms; a known one took longer in ${shareLonger(times.known, times.unknown)} of 100 pairs, an unknown one longer than another unknown one in ${shareLonger(times.again, times.unknown)} (50 tells nothing)`,
  });
}

async function timed(origin: string, { path, fields, cookie, status }: Ask): Promise<number> {
  const body = new URLSearchParams(fields);
  const from = [...randomBytes(3)].join(".");
  const headers = { origin, "x-forwarded-for": `10.${from}`, ...(cookie ? { cookie } : {}) };
  const begun = performance.now();
  const answer = await fetch(origin + path, { method: "POST", redirect: "manual", body, headers });
  await answer.arrayBuffer();
  const taken = performance.now() - begun;
  if (answer.status !== status) throw new Error(`${path}: ${answer.status}`);
  return taken;
}

async function waysIn(server: RunningServer, webUrl: string, owner: postgres.Sql): Promise<Way[]> {
  const { emails, device } = await accounts(server, webUrl, owner);
  const signIn = (email: string, typed: string): Ask => ({
    path: paths.signIn("es"),
    fields: { email, password: typed, code: "000000" },
    status: 422,
  });
  const recover = (email: string): Ask => ({
    path: paths.recovery("es"),
    fields: { email, password: "otra lluvia 48", recoveryCode: "0000-0000-0000-0000" },
    status: 422,
  });
  const passkey = async (of: typeof device): Promise<Ask> => {
    const asked = await fetch(server.origin + paths.signInChallenge("es"), {
      method: "POST",
      headers: { origin: server.origin },
    });
    const { challenge } = await asked.json();
    const twist = {
      origin: server.origin.replace("127.0.0.1", "localhost"),
      rpId: "localhost",
      forged: true,
    };
    return { path: paths.signIn("es"), fields: { passkey: of.use(challenge, twist) }, status: 422 };
  };
  const cookie = await sessionOf(server.origin, "banco-del-bravo-administrator");
  const invite = async (email: string): Promise<Ask> => {
    await owner`delete from invitations where organisation_id = (select organisation_id from members where email like 'administrator@banco-del-bravo%')`;
    const fields = { email, name: "", language: "es", "roles[]": "analyst" };
    return { path: paths.newInvitation("es"), fields, cookie, status: 302 };
  };
  const one = (n: number) => emails[Math.abs(n) % emails.length] ?? "";
  const nobody = (n: number) =>
    one(n).replace(/^[^@]*/, `nadie-${Math.abs(n)}-${randomBytes(2).toString("hex")}`);
  return [
    {
      name: "password",
      sides: "a wrong password at an account that has one, and at an address of nobody",
      known: (n) => signIn(one(n), "otra lluvia 48"),
      unknown: (n) => signIn(nobody(n), "otra lluvia 48"),
    },
    {
      name: "right-password",
      sides: "the right password with a wrong code, and a wrong password",
      known: (n) => signIn(one(n), password),
      unknown: (n) => signIn(one(n), "otra lluvia 48"),
    },
    {
      name: "recovery",
      sides: "a wrong recovery code at an account that has codes, and at an address of nobody",
      known: (n) => recover(one(n)),
      unknown: (n) => recover(nobody(n)),
    },
    {
      name: "passkey",
      sides: "a forged answer of a passkey that is known, and of one that is not",
      known: () => passkey(device),
      unknown: () => passkey(anAuthenticator()),
    },
    {
      name: "invitation",
      sides: "inviting a member of another organisation, and inviting nobody known",
      known: (n) => invite(one(n)),
      unknown: (n) => invite(nobody(n)),
    },
  ];
}

/** Gives demo people a password with its authenticator and recovery codes, and one of them a passkey. */
async function accounts(server: RunningServer, webUrl: string, owner: postgres.Sql) {
  const keys = await openSecretKeys({ dataDir: server.dataDir, secret: undefined });
  const pool = connect(webUrl, { max: 1 });
  const device = anAuthenticator();
  const emails: string[] = [];
  try {
    const hash = await newPassword(password, []);
    if (!hash.ok) throw new Error(hash.reason);
    for (const persona of known) {
      const person = await findDemoPerson(pool.db, persona);
      if (!person) throw new Error(`the demo has no ${persona}`);
      const { memberId } = person.viewer;
      const at = new Date();
      const secret = newTotpSecret(randomBytes(20));
      await asViewer(pool.db, { memberId }, async (tx) => {
        const code = totpOf(secret, at);
        await keepPasswordAndTotp(tx, {
          memberId,
          passwordHash: hash.value,
          secret,
          code,
          totpKey: keys("totp"),
          at,
        });
        await issueRecoveryCodes(tx, {
          memberId,
          recoveryKey: keys("recovery"),
          random: randomBytes(160),
          at,
        });
      });
      const [row] = await owner<{ email: string }[]>`select email from members where id = ${memberId}`;
      emails.push(row?.email ?? "");
      if (emails.length === 1)
        await owner`
          insert into passkeys (member_id, credential_id, public_key, counter, transports, name, created_at)
          values (${memberId}, ${device.id}, ${device.publicKey}, 0, '{}', 'bench', now())`;
    }
  } finally {
    await pool.close();
  }
  return { emails, device };
}

const round = (ms: number) => Math.round(ms * 10) / 10;
