import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listEvents } from "~/domain/audit/events.server";
import { forgetAttempts, type Trying, takeAttempt } from "~/domain/auth/attempts.server";
import { confirmIdentity } from "~/domain/auth/confirm-identity.server";
import { joinOrganisation } from "~/domain/auth/join-organisation.server";
import { limits, type Purpose } from "~/domain/auth/limits";
import { lookUpSecret } from "~/domain/auth/look-up-secret.server";
import { signInWithPasskey } from "~/domain/auth/sign-in-with-passkey.server";
import { signInWithPassword } from "~/domain/auth/sign-in-with-password.server";
import { signInWithRecoveryCode } from "~/domain/auth/sign-in-with-recovery-code.server";
import { connect, type Pool } from "~db/client.server";
import { anAuthenticator, site } from "../../support/authenticator";
import { reasonOf } from "../../support/desk";
import { aHouse, aMember } from "../../support/people";
import { aSession } from "../../support/session";
import { totpOf } from "../../support/totp";
import { newKeys, password, visit, withPassword } from "../../support/ways-in";
import { aWorld } from "../../support/world";

const world = aWorld();
let other: Pool;
const keys = await newKeys();
beforeAll(async () => {
  other = connect(world.webUrl, { max: 4 });
});
afterAll(async () => {
  await other.close();
});

const any = () => randomBytes(8).toString("hex");
const take = (trying: Omit<Trying, "key">, db = world.db) =>
  takeAttempt(db, { ...trying, key: keys("attempts") });
const purposes = Object.keys(limits) as Purpose[];
const windows = purposes.flatMap((purpose) =>
  (["account", "address"] as const).flatMap((of) =>
    limits[purpose][of].map(({ most, minutes }) => [purpose, of, most, minutes] as const),
  ),
);
const longAgo = (minutes: number) =>
  world.owner`update attempts set at = at - make_interval(mins => ${minutes})`;

describe("tries", () => {
  test.each(windows)(
    "of %s by %s are at most %i in %i minutes, taken at once by two processes",
    async (purpose, of, most, minutes) => {
      await world.owner`delete from attempts`;
      const one = any();
      const trying = () => ({
        purpose,
        account: of === "account" ? one : any(),
        address: of === "address" ? one : any(),
      });
      // A longer window stands beside a shorter one: its tries come when that one has been forgotten.
      const shorter = limits[purpose][of].find((window) => window.minutes < minutes);
      let taken = 0;
      for (let round = 0; taken < most && round < 20; round += 1) {
        const wanted = Math.min(shorter?.most ?? most + 4, most + 4);
        const answers = await Promise.all(
          Array.from({ length: wanted }, (_, n) => take(trying(), n % 2 ? other.db : world.db)),
        );
        taken += answers.filter((answer) => answer === undefined).length;
        if (shorter && taken < most) await longAgo(shorter.minutes);
      }
      expect(taken).toBe(most);
      if (shorter) await longAgo(shorter.minutes);
      expect(await take(trying())).toMatchObject({ reason: "too_many_attempts", facts: { minutes } });
      expect(await take({ purpose, account: any(), address: any() })).toBeUndefined();
      await longAgo(minutes);
      expect(await take(trying())).toBeUndefined();
    },
    60_000,
  );

  test("that led in are forgotten for the account, never for the address", async () => {
    const trying: Trying = { purpose: "sign-in", account: any(), address: any(), key: keys("attempts") };
    for (let n = 0; n < 10; n += 1) await takeAttempt(world.db, trying);
    expect(await takeAttempt(world.db, trying)).toBeDefined();
    await forgetAttempts(world.db, trying);
    expect(await takeAttempt(world.db, trying)).toBeUndefined();
    const [row] =
      await world.owner`select count(*)::int as n from attempts where purpose like 'sign-in.address%'`;
    expect(row?.n).toBeGreaterThanOrEqual(11);
  });

  test("name nobody: neither account nor address can be read from what is kept", async () => {
    await take({ purpose: "sign-in", account: "ana@example.org", address: "203.0.113.9" });
    const rows = await world.owner`select to_jsonb(a)::text as row from attempts a`;
    const kept = rows.map(({ row }) => row).join();
    expect(kept).not.toMatch(/ana|203\.0/);
    expect(kept).not.toContain(Buffer.from("ana@example.org").toString("hex"));
  });
});

describe("a limit that was reached", () => {
  const noted = () =>
    world.owner<{ subject: string; detail: Record<string, unknown> }[]>`
      select subject_kind || ' ' || subject_id as subject, detail from audit_events where action = 'attempts.limited' order by seq`;
  const beyond = async (trying: Omit<Trying, "key">) => {
    while ((await take(trying)) === undefined);
  };

  test("is in the audit log once per window, whoever goes on trying, and names nobody", async () => {
    await world.owner`delete from attempts`;
    const before = (await noted()).length;
    const account = "ana.rosas@example.org";
    const own = { purpose: "recovery" as const, account, address: "203.0.113.77" };
    await beyond(own);
    await Promise.all(Array.from({ length: 8 }, (_, n) => take(own, n % 2 ? other.db : world.db)));
    const lines = (await noted()).slice(before);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.subject).toMatch(/^account [0-9a-f]{16}$/);
    expect(lines[0]?.detail).toEqual({ purpose: "recovery", of: "account", most: 5, minutes: 15 });
    expect(JSON.stringify(lines)).not.toMatch(/ana|rosas|203\.0/);

    await longAgo(15);
    await beyond(own);
    expect((await noted()).length).toBe(before + 2);
  });

  test("by an address says what was tried and not from where", async () => {
    await world.owner`delete from attempts`;
    const before = (await noted()).length;
    const key = keys("attempts");
    const trying = { purpose: "calendar" as const, address: "203.0.113.78", key };
    await beyond(trying);
    await lookUpSecret(world.db, trying, async () => "what is right");
    expect((await noted()).slice(before).map(({ subject }) => subject)).toEqual(["limit calendar"]);
  });

  test("is no flood, from however many addresses it comes", async () => {
    await world.owner`delete from attempts`;
    const before = (await noted()).length;
    for (let n = 0; n < 40; n += 1) await beyond({ purpose: "recovery", account: any(), address: any() });
    expect((await noted()).length - before).toBe(30);
  });

  test("is read by the auditor, and by nobody else", async () => {
    const { auditor, operator } = await aHouse(world);
    const wanted = { action: "attempts.limited" };
    expect((await listEvents(world.db, auditor, wanted)).items.length).toBeGreaterThan(0);
    expect((await listEvents(world.db, operator, wanted)).items).toEqual([]);
  });
});

test("every way in is refused beyond its limit, also with what is right", async () => {
  const member = await aMember(world);
  const { email, secret, codes } = await withPassword(world, keys, member);
  const by = await aSession(world, member);
  const at = new Date();
  const right = { password, code: totpOf(secret, at) };
  const shared = { visit, keys, at };
  const device = anAuthenticator();
  const ways: [Purpose, string, (address: string) => Promise<{ ok: boolean }>][] = [
    ["sign-in", email, (address) => signInWithPassword(world.db, { email, ...right, address, ...shared })],
    [
      "recovery",
      email,
      (address) =>
        signInWithRecoveryCode(world.db, {
          email,
          password,
          recoveryCode: codes[0] ?? "",
          address,
          ...shared,
        }),
    ],
    [
      "confirm",
      member.memberId,
      (address) => confirmIdentity(world.db, { by, proof: right, site, address, keys, at }),
    ],
    [
      "passkey",
      "",
      (address) =>
        signInWithPasskey(world.db, {
          answer: device.use("x"),
          site,
          address,
          attemptsKey: keys("attempts"),
          visit,
          at,
        }),
    ],
    [
      "invitation",
      "",
      (address) =>
        joinOrganisation(world.db, {
          token: "x",
          name: "Ana",
          language: "es",
          timeZone: "UTC",
          way: { passkey: "", passkeyName: "" },
          site,
          address,
          random: randomBytes(160),
          ...shared,
        }),
    ],
  ];
  for (const purpose of ["calendar", "feed", "invitation-link"] as const) {
    ways.push([
      purpose,
      "",
      (address) =>
        lookUpSecret(world.db, { purpose, address, key: keys("attempts") }, async () => "what is right"),
    ]);
  }
  // Each look counts, whatever it opens.
  ways.push([
    "receipt",
    "",
    async (address) => (await take({ purpose: "receipt", address })) ?? { ok: true },
  ]);
  expect(ways.map(([purpose]) => purpose).sort()).toEqual([...purposes].sort());
  for (const [purpose, account, act] of ways) {
    const address = any();
    while ((await take({ purpose, account: any(), address })) === undefined);
    const answer = await act(address);
    expect(answer, `${purpose} by address`).toMatchObject({ reason: "too_many_attempts" });
    if (account === "") continue;
    while ((await take({ purpose, account, address: any() })) === undefined);
    expect(await act(any()), `${purpose} by account`).toMatchObject({ reason: "too_many_attempts" });
  }
  await world.owner`delete from attempts`;
  expect(reasonOf(await signInWithPassword(world.db, { email, ...right, address: any(), ...shared }))).toBe(
    "done",
  );
});
