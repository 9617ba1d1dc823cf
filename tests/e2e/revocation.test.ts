import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "~/paths";
import { organisationIdOf } from "~db/demo/organisations";
import { aProcess, type Process, patience } from "../support/browser";
import { demoDatabase } from "../support/demo";
import { aListener } from "../support/listener";
import type { World } from "../support/world";

// Two processes of the built application on one database, as a deployment runs them.

let world: World;
let dataDir: string;
let processes: Process[] = [];

// They say all that they ever say, for the last test of this file to read.
const deployed = () => ({ database: world, dataDir, environment: { LOG_LEVEL: "trace" } });
const words: string[] = [];

/** What must be in no log: noted where a test learns or types it. */
const secrets = new Set<string>();
const secret = <Text extends string>(text: Text): Text => {
  secrets.add(text);
  return text;
};

beforeAll(async () => {
  world = await demoDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "ribera-revocation-"));
  // One after the other: the first makes the keys.
  for (let n = 0; n < 2; n++) processes.push(await aProcess(deployed()));
}, 400_000);

afterAll(async () => {
  await Promise.all(processes.map(({ stop }) => stop()));
  processes = [];
  await rm(dataDir, { recursive: true, force: true });
  await world.close();
});

const post = ({ origin }: Process, path: string, fields: Record<string, string>, headers = {}) =>
  fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin, ...headers },
    body: new URLSearchParams(fields),
  });

async function signedIn(at: Process, persona: string) {
  const answer = await post(at, paths.demoSession(), { persona });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  for (const cookie of cookies) secret(cookie.slice(cookie.indexOf("=") + 1));
  return { Cookie: cookies.join("; ") };
}

async function tokenOf(at: Process, persona: string): Promise<string> {
  const { token } = await (await post(at, paths.demoToken(), { persona })).json();
  return secret(token);
}

test("a revoked organisation's member is refused at the next request by every process: page, renewal and token", async () => {
  const [one, two] = processes;
  if (!one || !two) throw new Error("two processes were wanted");
  const member = await signedIn(one, "banco-del-bravo-administrator");
  const token = await tokenOf(two, "banco-del-bravo-officer");
  const bearer = { Authorization: `Bearer ${token}` };

  const asked = async (at: Process) => ({
    page: (await fetch(at.origin + paths.today("es"), { headers: member, redirect: "manual" })).status,
    application: (await fetch(at.origin + paths.application("es"), { headers: member, redirect: "manual" }))
      .status,
    token: (await fetch(at.origin + paths.api("/organisations"), { headers: bearer })).status,
  });
  for (const at of processes) expect(await asked(at)).toEqual({ page: 200, application: 200, token: 200 });

  const officer = await signedIn(two, "cnbv-officer");
  const revoked = await post(
    two,
    paths.organisationAct("es", organisationIdOf("banco-del-bravo"), "measures"),
    { kind: "revocation", emergency: "on", reason: "Una filtración comprobada de lo dicho en confianza." },
    officer,
  );
  expect(revoked.status).toBe(302);

  for (const at of processes) expect(await asked(at)).toEqual({ page: 302, application: 302, token: 401 });
  const again = await post(one, paths.demoSession(), { persona: "banco-del-bravo-administrator" });
  expect(again.headers.getSetCookie().filter((cookie) => /session=[^;]/.test(cookie))).toEqual([]);
  // What was ended does not come back by itself, and nobody else was touched.
  expect((await fetch(one.origin + paths.today("es"), { headers: officer, redirect: "manual" })).status).toBe(
    200,
  );
}, 240_000);

async function calendarOf(at: Process, session: { Cookie: string }) {
  const made = await post(at, paths.myCalendar("es"), { name: "Outlook" }, session);
  return (await made.text()).match(/\/calendar\/([\w-]{43})\.ics/)?.[1] ?? "";
}

/** Whatever a member of an authority can hold open or keep: a page, two streams, a token and a calendar address. */
async function everythingOf(person: string, other: string) {
  const [one, two] = processes;
  if (!one || !two) throw new Error("two processes were wanted");
  const session = await signedIn(one, person);
  const token = await tokenOf(two, other);
  const calendar = paths.calendar(secret(await calendarOf(one, session)));
  const desk = await (await fetch(one.origin + paths.desk("es"), { headers: session })).text();
  const draftId = desk.match(/\/es\/desk\/([0-9a-f-]{36})/)?.[1] ?? "";
  const events = paths.draftPart("es", draftId, "events");
  const streams = await Promise.all([
    ...processes.map((at) => listen(at, events, session)),
    listen(two, events, { Authorization: `Bearer ${token}` }),
  ]);
  return {
    session,
    streams,
    asked: async (at: Process) => ({
      page: (await fetch(at.origin + paths.draft("es", draftId), { headers: session, redirect: "manual" }))
        .status,
      stream: await refusal(at, events, session),
      token: (
        await fetch(at.origin + paths.api("/drafts"), { headers: { Authorization: `Bearer ${token}` } })
      ).status,
      calendar: (await fetch(at.origin + calendar)).status,
    }),
  };
}

async function listen({ origin }: Process, path: string, headers: Record<string, string>) {
  const ask = (address: string, init?: RequestInit) =>
    fetch(origin + address, { redirect: "manual", ...init });
  const listener = await aListener({ ask }, path, headers);
  expect((await listener.next())?.name).toBe("draft");
  return listener;
}

/** The status of a stream, which is left at once. */
async function refusal({ origin }: Process, path: string, headers: Record<string, string>) {
  const leaving = new AbortController();
  const { status } = await fetch(origin + path, { headers, redirect: "manual", signal: leaving.signal });
  leaving.abort();
  return status;
}

const open = { page: 200, stream: 200, token: 200, calendar: 200 };
const shut = { page: 302, stream: 302, token: 401, calendar: 404 };

test("a revoked authority's open pages, streams, tokens and calendar addresses end by themselves or at the next request, in every process", async () => {
  const [one, two] = processes;
  if (!one || !two) throw new Error("two processes were wanted");
  const held = await everythingOf("uif-analyst", "uif-publisher");
  for (const at of processes) expect(await held.asked(at)).toEqual(open);

  const officer = await signedIn(two, "cnbv-officer-2");
  const revoked = await post(
    two,
    paths.organisationAct("es", organisationIdOf("uif"), "measures"),
    { kind: "suspension", emergency: "on", reason: "Una filtración comprobada de lo dicho en confianza." },
    officer,
  );
  expect(revoked.status).toBe(302);
  for (const stream of held.streams) {
    expect((await stream.next())?.name).toBe("ended");
    expect(await stream.next()).toBeUndefined();
  }
  for (const at of processes) expect(await held.asked(at)).toEqual(shut);
}, 240_000);

test("a member who leaves, and one who ends their other sessions, is out of them at once in every process", async () => {
  const [one, two] = processes;
  if (!one || !two) throw new Error("two processes were wanted");
  const here = await everythingOf("fincen-legal", "fincen-legal");
  const there = await signedIn(two, "fincen-legal");
  expect((await post(two, paths.sessionsEnd("en"), {}, there)).status).toBe(302);
  const [first, second, byToken] = here.streams;
  for (const stream of [first, second]) expect((await stream?.next())?.name).toBe("ended");
  // Tokens and addresses are ended by themselves, not with sessions.
  for (const at of processes) expect(await here.asked(at)).toEqual({ ...open, page: 302, stream: 302 });

  expect((await post(one, paths.myDeparture("en"), {}, there)).status).toBe(302);
  expect((await byToken?.next())?.name).toBe("ended");
  for (const at of processes) expect(await here.asked(at)).toEqual(shut);
}, 240_000);

test("tries are counted by all processes together, and by one that was started again", async () => {
  const wrong: Record<string, [most: number, path: string, fields: Record<string, string>]> = {
    password: [10, paths.signIn("es"), { email: secret("nadie@example.org"), password: "x", code: "1" }],
    "recovery code": [5, paths.recovery("es"), { email: "nadie@example.org", recoveryCode: "x" }],
  };
  for (const [kind, [most, path, fields]] of Object.entries(wrong)) {
    const answers: number[] = [];
    for (let n = 0; n <= most; n += 1) {
      const at = processes[n % 2];
      if (at) answers.push((await post(at, path, fields)).status);
    }
    expect(answers, kind).toEqual([...Array(most).fill(422), 429]);
  }
  await processes[1]?.stop();
  words.push(processes[1]?.said() ?? "");
  processes[1] = await aProcess(deployed());
  for (const [kind, [, path, fields]] of Object.entries(wrong))
    for (const at of processes) expect((await post(at, path, fields)).status, kind).toBe(429);
  // Another account from the same address is not shut out by it.
  for (const at of processes)
    expect(
      (await post(at, paths.signIn("es"), { email: "otra@example.org", password: "x", code: "1" })).status,
    ).toBe(422);
}, 240_000);

// Last, so that it reads what the processes said during the others too.
test("no log of any process holds a token, a cookie, a password, a code or an address, whatever becomes of the request", async () => {
  const [one, two] = processes;
  if (!one || !two) throw new Error("two processes were wanted");
  const administrator = await signedIn(one, "fincen-officer");
  const email = secret("persona.secreta@banco.example");
  const invited = { email, name: secret("Persona Secreta"), language: "es", "roles[]": "analyst" };
  expect((await post(one, paths.newInvitation("es"), invited, administrator)).status).toBe(302);
  const linkSent = async (): Promise<string> => {
    const { items } = await (await fetch(one.origin + paths.demoMailboxJson())).json();
    const mail: { text: string } | undefined = items.find(({ to }: { to: string }) => to === email);
    return mail?.text.match(/invitations\/([\w-]+)/)?.[1] ?? "";
  };
  await expect.poll(linkSent, patience).not.toBe("");
  const link = secret(await linkSent());
  const calendar = secret(await calendarOf(one, administrator));
  const typed = {
    email,
    password: secret("lluvia teclado oriente 47 bisagra"),
    code: secret("4918273645"),
    recoveryCode: secret("WXYZ-7KQM-2BNT-9RPD"),
    passkey: secret('{"id":"llave-secreta"}'),
  };
  const bearer = { Authorization: `Bearer ${await tokenOf(two, "cnbv-analyst")}` };
  const asking: [method: string, path: string][] = [
    ["GET", paths.invitation("es", link)],
    ["HEAD", paths.invitation("en", link)],
    ["GET", `${paths.invitation("es", link)}.data`],
    ["GET", `${paths.invitation("es", link)}x`],
    ["GET", `${paths.invitation("es", link)}%ff`],
    ["PROPFIND", paths.invitation("es", link)],
    ["POST", paths.invitation("es", link)],
    ["POST", paths.invitationChallenge("es", link)],
    ["GET", paths.calendar(calendar)],
    ["GET", `${paths.calendar(calendar)}?token=${link}`],
    ["POST", paths.calendar(calendar)],
    ["POST", paths.signIn("es", `/es/invitations/${link}`)],
    ["POST", paths.recovery("en")],
    ["POST", paths.confirm("es")],
    ["POST", paths.myPassword("es")],
    ["GET", paths.api(`/advisories?token=${link}`)],
    ["POST", paths.api(`/advisories/${link}/amendment`)],
  ];
  const ask = async (at: Process, method: string, path: string, headers: Record<string, string>) => {
    const body = method === "POST" ? { body: new URLSearchParams(typed) } : {};
    const answer = await fetch(at.origin + path, {
      method,
      redirect: "manual",
      headers: { origin: at.origin, referer: `${at.origin}${paths.invitation("es", link)}`, ...headers },
      ...body,
    });
    await answer.arrayBuffer();
  };
  const lines = () => processes.map(({ said }) => said()).join("\n");
  const requests = () => lines().split('"msg":"request"').length;
  const before = requests();
  const askers: [Process, Record<string, string>][] = [
    [one, administrator],
    [one, {}],
    [two, bearer],
  ];
  for (const [at, headers] of askers)
    for (const [method, path] of asking) {
      // Once in a while the database is away when they come.
      if (at === two && method === "POST")
        await world.owner`
            select pg_terminate_backend(pid) from pg_stat_activity
            where usename = 'ribera_web' and datname = current_database()`;
      await ask(at, method, path, headers);
    }
  await expect.poll(requests, patience).toBeGreaterThanOrEqual(before + askers.length * asking.length);

  const said = [...words, lines()].join("\n");
  expect(secrets.size).toBeGreaterThan(8);
  for (const text of secrets) {
    expect(text.length, text).toBeGreaterThan(7);
    for (const form of [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)])
      expect(said.includes(form), `${text} is in a log`).toBe(false);
  }
}, 240_000);
