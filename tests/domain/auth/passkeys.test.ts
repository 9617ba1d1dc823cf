import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addPasskey } from "~/domain/auth/add-passkey.server";
import { askForPasskey } from "~/domain/auth/ask-for-passkey.server";
import { askToMakePasskey } from "~/domain/auth/ask-to-make-passkey.server";
import { confirmIdentity } from "~/domain/auth/confirm-identity.server";
import { findSession } from "~/domain/auth/find-session.server";
import { removePasskey } from "~/domain/auth/remove-passkey.server";
import { signInWithPasskey } from "~/domain/auth/sign-in-with-passkey.server";
import type { Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";
import { type Authenticator, anAuthenticator, site, type Twist } from "../../support/authenticator";
import { at, reasonOf, value } from "../../support/desk";
import { aMember } from "../../support/people";
import { aSession, type Signed } from "../../support/session";
import { newKeys, somewhere, visit } from "../../support/ways-in";
import { workOf } from "../../support/work";
import { aWorld } from "../../support/world";

const world = aWorld();
const keys = await newKeys();

const askToAdd = (by: Signed) =>
  askToMakePasskey(world.db, { site, whose: { purpose: "add", ...by }, account: "a@b.example", name: "A" });
const add = (by: Signed, answer: string) => addPasskey(world.db, { by, answer, name: "Llave", site, at });

async function someone() {
  const member = await aMember(world);
  const session = await aSession(world, member);
  const device = anAuthenticator();
  value(await add(session, device.make((await askToAdd(session)).challenge)));
  return { member, session, device };
}

const challenge = async (by: Signed | null = null) => (await askForPasskey(world.db, { site, by })).challenge;
const send = (answer: string, db: Db = world.db) =>
  signInWithPasskey(db, {
    answer,
    site,
    visit,
    address: somewhere(),
    attemptsKey: keys("attempts"),
    at,
  });
const signIn = async (device: Authenticator, twist: Twist = {}) =>
  reasonOf(await send(device.use(await challenge(), twist)));
const confirm = async (by: Signed, answer: string) =>
  reasonOf(
    await confirmIdentity(world.db, {
      by,
      proof: { passkey: answer },
      site,
      address: somewhere(),
      keys,
      at,
    }),
  );
const vet = ({ organisationId }: Member, vetting: string) =>
  world.owner`update organisations set vetting = ${vetting} where id = ${organisationId}`;

describe("a passkey opens", () => {
  test("a session of whose it is, without a name typed", async () => {
    const { member, device } = await someone();
    const cookies = value(await send(device.use(await challenge()))).split(";")[0] ?? "";
    const found = await findSession(world.db, { cookies, secure: false, idleMinutes: 60 });
    expect(found?.viewer?.memberId).toBe(member.memberId);
  });

  test.each<[string, Twist]>([
    ["made on a page of another origin", { origin: "https://ribera.example.evil.example" }],
    ["made on a page that is not encrypted", { origin: "http://ribera.example" }],
    ["made on a page of another port", { origin: "https://ribera.example:8443" }],
    ["of a passkey for another site", { rpId: "evil.example" }],
    ["of a passkey for a site under ours", { rpId: "sub.ribera.example" }],
    ["of a device that did not verify its owner", { verified: false }],
    ["of a device that nobody touched", { present: false }],
    ["signed by another key", { forged: true }],
    ["that is the making of one, not the use", { type: "webauthn.create" }],
  ])("nothing with an answer %s", async (_, twist) => {
    const { device } = await someone();
    expect(await signIn(device, twist)).toBe("passkey_not_taken");
    expect(await signIn(device)).toBe("done");
  });

  test("once with one answer, and once with one challenge", async () => {
    const { device } = await someone();
    const asked = await challenge();
    const answer = device.use(asked);
    expect(reasonOf(await send(answer))).toBe("done");
    expect(reasonOf(await send(answer))).toBe("passkey_not_taken");
    expect(reasonOf(await send(device.use(asked)))).toBe("passkey_not_taken");
  });

  test("once also for two who send the same answer at the same moment", async () => {
    const { device } = await someone();
    const answer = device.use(await challenge());
    const both = await Promise.all([send(answer), send(answer), send(answer)]);
    expect(both.map(reasonOf).sort()).toEqual(["done", "passkey_not_taken", "passkey_not_taken"]);
  });

  test("nothing with a challenge that was never ours, is over, or was asked for something else", async () => {
    const { device, session } = await someone();
    expect(reasonOf(await send(device.use(randomBytes(32).toString("base64url"))))).toBe("passkey_not_taken");
    const late = await challenge();
    await world.owner`update sign_in_challenges set expires_at = now()`;
    expect(reasonOf(await send(device.use(late)))).toBe("passkey_not_taken");
    expect(reasonOf(await send(device.use(await challenge(session))))).toBe("passkey_not_taken");
    expect(reasonOf(await send(device.use((await askToAdd(session)).challenge)))).toBe("passkey_not_taken");
  });

  test("nothing when its count goes back or stands still: it was copied", async () => {
    const { device } = await someone();
    expect(await signIn(device, { counter: 40 })).toBe("done");
    expect(await signIn(device, { counter: 40 })).toBe("passkey_not_taken");
    expect(await signIn(device, { counter: 7 })).toBe("passkey_not_taken");
    expect(await signIn(device, { counter: 41 })).toBe("done");
  });

  test("nothing that is not known, is no answer, or is far too long", async () => {
    expect(await signIn(anAuthenticator())).toBe("passkey_not_taken");
    for (const answer of ["", "null", "{}", "[]", "x".repeat(100_000), '{"id":"a","rawId":"a"}'])
      expect(reasonOf(await send(answer))).toBe("passkey_not_taken");
  });

  test("nothing after its member left, or while the organisation is suspended or revoked", async () => {
    const { member, device } = await someone();
    for (const vetting of ["suspended", "revoked"]) {
      await vet(member, vetting);
      expect(await signIn(device)).toBe("passkey_not_taken");
    }
    await vet(member, "vetted");
    expect(await signIn(device)).toBe("done");
    await world.owner`update members set left_at = now() where id = ${member.memberId}`;
    expect(await signIn(device)).toBe("passkey_not_taken");
  });

  test("nothing once it was removed", async () => {
    const { session, device } = await someone();
    const second = anAuthenticator();
    const { id } = value(await add(session, second.make((await askToAdd(session)).challenge)));
    value(await removePasskey(world.db, { by: session, passkeyId: id, at }));
    expect(await signIn(second)).toBe("passkey_not_taken");
    expect(await signIn(device)).toBe("done");
  });
});

describe("confirming with a passkey", () => {
  test("takes one's own, and the challenge of this very session", async () => {
    const { member, session, device } = await someone();
    expect(await confirm(session, device.use(await challenge(session)))).toBe("done");
    const elsewhere = await aSession(world, member);
    expect(await confirm(session, device.use(await challenge(elsewhere)))).toBe("passkey_not_taken");
    expect(await confirm(session, device.use(await challenge()))).toBe("passkey_not_taken");
    const other = await someone();
    expect(await confirm(session, other.device.use(await challenge(session)))).toBe("passkey_not_taken");
    expect(await confirm(session, device.use(await challenge(other.session)))).toBe("passkey_not_taken");
  });

  test("confirms that session and no other", async () => {
    const { member, session, device } = await someone();
    const other = await aSession(world, member);
    await world.owner`update sessions set confirmed_at = null where member_id = ${member.memberId}`;
    await confirm(session, device.use(await challenge(session)));
    const rows = await world.owner<{ id: string }[]>`
      select id from sessions where member_id = ${member.memberId} and confirmed_at is not null`;
    expect(rows.map(({ id }) => id)).toEqual([session.sessionId]);
    expect(other.sessionId).not.toBe(session.sessionId);
  });
});

describe("making a passkey", () => {
  test.each<[string, Twist]>([
    ["for another origin", { origin: "https://evil.example" }],
    ["for another site", { rpId: "evil.example" }],
    ["without verifying its owner", { verified: false }],
    ["as the use of one", { type: "webauthn.get" }],
  ])("%s is refused", async (_, twist) => {
    const { session } = await someone();
    const device = anAuthenticator();
    expect(reasonOf(await add(session, device.make((await askToAdd(session)).challenge, twist)))).toBe(
      "passkey_not_made",
    );
    expect(await signIn(device)).toBe("passkey_not_taken");
  });

  test("takes the challenge of this very session, once", async () => {
    const { member, session } = await someone();
    const elsewhere = await aSession(world, member);
    const asked = (await askToAdd(elsewhere)).challenge;
    expect(reasonOf(await add(session, anAuthenticator().make(asked)))).toBe("passkey_not_made");
    const toConfirm = await challenge(session);
    expect(reasonOf(await add(session, anAuthenticator().make(toConfirm)))).toBe("passkey_not_made");
    const own = (await askToAdd(session)).challenge;
    expect(reasonOf(await add(session, anAuthenticator().make(own)))).toBe("done");
    expect(reasonOf(await add(session, anAuthenticator().make(own)))).toBe("passkey_not_made");
  });

  test("gives nobody a passkey that is another's already", async () => {
    const { device } = await someone();
    const thief = await someone();
    const answer = device.make((await askToAdd(thief.session)).challenge);
    expect(reasonOf(await add(thief.session, answer))).toBe("passkey_not_taken");
    expect(await signIn(device)).toBe("done");
  });
});

test("whether a passkey is known is told by no answer, nor by the work that it takes", async () => {
  const { device } = await someone();
  const known = device.use(await challenge(), { forged: true });
  const unknown = anAuthenticator().use(await challenge());
  const ofKnown = await workOf(world, (db) => send(known, db));
  expect(await workOf(world, (db) => send(unknown, db))).toEqual(ofKnown);
  expect(ofKnown.asked.join()).toContain("challenge_take");
});

test("a refused passkey leaves a trace that names nobody, known or not alike", async () => {
  const { device, member } = await someone();
  const before = await world.owner`select seq from audit_events order by seq desc limit 1`;
  await signIn(device, { forged: true });
  await signIn(anAuthenticator());
  const events = await world.owner`
    select action, subject_kind, member_id, detail, canonical from audit_events where seq > ${before[0]?.seq} order by seq`;
  expect(events.map(({ canonical, ...event }) => event)).toEqual(
    [1, 2].map(() => ({
      action: "sign_in.refused",
      subject_kind: "account",
      member_id: null,
      detail: { way: "passkey" },
    })),
  );
  const text = JSON.stringify(events);
  expect(text).not.toContain(member.memberId);
  expect(text).not.toContain(device.id.toString("base64url"));
});
