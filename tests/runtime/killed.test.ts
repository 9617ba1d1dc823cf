import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSecretKeys } from "~/domain/auth/secret-key.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { paths } from "~/paths";
import { aProcess, type Process } from "../support/browser";
import { demoSecret } from "../support/demo";
import { value } from "../support/desk";
import { growth, lookAt } from "../support/everything";
import { aHold } from "../support/hold";
import { aMember } from "../support/people";
import { aToken } from "../support/program";
import { aSession, type Signed } from "../support/session";
import { totpOf } from "../support/totp";
import { aBank, someOfficers } from "../support/vetting";
import { password } from "../support/ways-in";
import { aWorld } from "../support/world";

// A process of the built application is killed while an act of many steps stands at its commit, and another process is asked.

const world = aWorld();
const keys = await openSecretKeys({ dataDir: "", secret: demoSecret });
const environment = { RIBERA_DEMO: "0", HOST: "127.0.0.1", RIBERA_SECRET_KEY: demoSecret };
let dataDir: string;
let other: Process;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "ribera-killed-"));
  other = await aProcess({ database: world, dataDir, environment });
}, 400_000);
afterAll(async () => {
  await other.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** What processes note of themselves and of tries, aside; of what is read or sent meanwhile, how many there are. */
const everything = lookAt(world, {
  aside: ["attempts", "sign_in_challenges", "processes", "job_turns", "audit_checkpoints"],
  counted: ["sessions", "notices"],
});

type Begun = {
  /** Asks for the act; the status of the answer. */
  ask(at: Process): Promise<number>;
  done: number;
  /** What it answers when it is asked again by who did not hear that it was done. */
  again: number;
};

const post = async ({ origin }: Process, path: string, fields: Record<string, string>, by?: Signed) =>
  fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin, ...(by ? { cookie: by.cookie } : {}) },
    body: new URLSearchParams(fields),
  });

/** The form of a new authenticator: what it carries along, and the key that a person would type. */
async function authenticatorOn(path: string, by?: Signed) {
  const text = await (await fetch(other.origin + path, { headers: by ? { cookie: by.cookie } : {} })).text();
  const totp = text.match(/name="totp" value="([^"]+)"/)?.[1] ?? "";
  const key = text.match(/<code[^>]*>([A-Z2-7 ]{30,})<\/code>/)?.[1]?.replaceAll(" ", "") ?? "";
  expect(key).not.toBe("");
  return { totp, key };
}

let n = 0;

async function joining(): Promise<Begun> {
  const { administrator: by } = await aBank(world, "vetted");
  n += 1;
  const [at, key] = [new Date(), keys("invitation")];
  const given = { email: `nueva-${n}@banco.example`, name: null, language: "es" as const, at, key };
  const { id } = value(await inviteMember(world.db, { ...given, roles: ["analyst"], by }));
  const path = paths.invitation("es", invitationToken({ id, generation: 1, key }));
  const set = await authenticatorOn(path);
  const you = { name: "Inés Peña", language: "es", timeZone: "America/Tijuana", totp: set.totp, password };
  return {
    ask: async (at) => (await post(at, path, { ...you, code: totpOf(set.key) })).status,
    done: 200,
    again: 410,
  };
}

async function changingSignIn(): Promise<Begun> {
  const member = await aMember(world);
  const by = await aSession(world, member);
  await aSession(world, member);
  const { totp, key } = await authenticatorOn(paths.myPassword("es"), by);
  return {
    ask: async (at) =>
      (await post(at, paths.myPassword("es"), { totp, password, code: totpOf(key) }, by)).status,
    done: 302,
    again: 302,
  };
}

async function leaving(): Promise<Begun> {
  const { analyst } = await aBank(world, "vetted");
  const by = await aSession(world, analyst);
  await aSession(world, analyst);
  await aToken(world, analyst);
  const path = paths.myDeparture("es");
  return {
    ask: async (at) => (await post(at, path, {}, by)).status,
    done: 302,
    again: 302,
  };
}

async function revoking(): Promise<Begun> {
  const { first } = await someOfficers(world);
  const bank = await aBank(world, "vetted", "2027-06-30");
  const by = await aSession(world, first);
  for (const member of [bank.administrator, bank.analyst]) {
    await aSession(world, member);
    await aToken(world, member);
  }
  const fields = { kind: "revocation", emergency: "on", reason: "Una filtración comprobada de lo dicho." };
  const path = paths.organisationAct("es", bank.id, "measures");
  return { ask: async (at) => (await post(at, path, fields, by)).status, done: 302, again: 422 };
}

type Act = { name: string; saying: string; begin: () => Promise<Begun> };
const joins: Act = { name: "accepting an invitation", saying: "member.joined", begin: joining };
const changes: Act = {
  name: "setting a password and an authenticator",
  saying: "password.set",
  begin: changingSignIn,
};
const leaves: Act = { name: "leaving", saying: "member.left", begin: leaving };
const revokes: Act = { name: "revoking an organisation", saying: "revocation.declared", begin: revoking };

/** Asks; no answer comes before the act comes to its stand. */
async function standing({ ask }: Begun, at: Process, reached: Promise<void> | undefined) {
  const answered = ask(at).then(
    (status) => `answered ${status}`,
    () => "lost",
  );
  expect(await Promise.race([reached, answered])).toBeUndefined();
  return { answered };
}

/** Starts a process in which the one act stands after its commit and then the other before its own, and kills it. */
async function killedIn(kept: Act & { begun: Begun }, undone: Act & { begun: Begun }) {
  const url = new URL(world.webUrl);
  const hold = await aHold({ host: url.hostname, port: Number(url.port) }, [
    { saying: kept.saying, where: "after its commit" },
    { saying: undone.saying, where: "before its commit" },
  ]);
  url.hostname = "127.0.0.1";
  url.port = String(hold.port);
  const database = { ownerUrl: world.ownerUrl, webUrl: url.href };
  const one = await aProcess({ database, environment });
  const was = await everything();
  const [keptReached, undoneReached] = hold.reached;
  // In this order: an act that is not committed keeps the log's end to itself.
  const unheard = await standing(kept.begun, one, keptReached);
  const lost = await standing(undone.begun, one, undoneReached);
  await one.kill();
  expect([await unheard.answered, await lost.answered]).toEqual(["lost", "lost"]);
  await hold.close();
  await one.stop();
  return growth(was, await everything());
}

// Each act is once the one that is kept and once the one that is undone.
test.each([
  { kept: joins, undone: changes },
  { kept: changes, undone: leaves },
  { kept: leaves, undone: revokes },
  { kept: revokes, undone: joins },
])(
  "$kept.name is whole, and $undone.name undone, where their process is killed after the commit of the one and before that of the other, and another process goes on",
  async ({ kept, undone }) => {
    // Alone each time: how many officers are told decides how much there is.
    const alone = () => world.owner`update members set left_at = now()`;
    await alone();
    const whole = await kept.begin();
    const was = await everything();
    expect(await whole.ask(other)).toBe(whole.done);
    const grown = growth(was, await everything());
    expect(Object.keys(grown)).toEqual(expect.arrayContaining(["audit_events", "notices", "sessions"]));

    await alone();
    const unheard = await kept.begin();
    const lost = await undone.begin();
    expect(await killedIn({ ...kept, begun: unheard }, { ...undone, begun: lost })).toEqual(grown);
    expect(await lost.ask(other)).toBe(lost.done);
    expect(await unheard.ask(other)).toBe(unheard.again);
  },
  240_000,
);
