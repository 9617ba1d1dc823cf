import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addPasskey } from "~/domain/auth/add-passkey.server";
import { askToMakePasskey } from "~/domain/auth/ask-to-make-passkey.server";
import { beginSession } from "~/domain/auth/begin-session.server";
import { endOtherSessions } from "~/domain/auth/end-other-sessions.server";
import { endOwnSession } from "~/domain/auth/end-own-session.server";
import { endSession } from "~/domain/auth/end-session.server";
import { findSession } from "~/domain/auth/find-session.server";
import { findToken } from "~/domain/auth/find-token.server";
import { listSessions, listTokens } from "~/domain/auth/own-sign-in.server";
import { removePasskey } from "~/domain/auth/remove-passkey.server";
import { removePassword } from "~/domain/auth/remove-password.server";
import { renewRecoveryCodes } from "~/domain/auth/renew-recovery-codes.server";
import { revokeEveryToken } from "~/domain/auth/revoke-every-token.server";
import { revokeToken } from "~/domain/auth/revoke-token.server";
import { setPassword } from "~/domain/auth/set-password.server";
import { signInWithRecoveryCode } from "~/domain/auth/sign-in-with-recovery-code.server";
import { newTotpSecret } from "~/domain/auth/totp.server";
import type { Member } from "~/domain/members/viewer";
import { anAuthenticator, site } from "../../support/authenticator";
import { reasonOf, value } from "../../support/desk";
import { aMember } from "../../support/people";
import { aToken } from "../../support/program";
import { aSession, type Signed } from "../../support/session";
import { totpOf } from "../../support/totp";
import { newKeys, password, visit, withPassword } from "../../support/ways-in";
import { aWorld } from "../../support/world";

const world = aWorld();
const keys = await newKeys();

const care = { secure: false, idleMinutes: 60 };
const isOpen = async ({ cookie }: Signed) =>
  (await findSession(world.db, { cookies: cookie, ...care })) !== undefined;
/** As if these minutes went by: Lucia reckons by the machine's clock, so what is kept goes back instead. */
const pass = ({ sessionId }: Signed, minutes: number) => world.owner`
  update sessions set created_at = created_at - make_interval(mins => ${minutes}), last_seen_at = last_seen_at - make_interval(mins => ${minutes}),
    expires_at = expires_at - make_interval(mins => ${minutes}), ends_at = ends_at - make_interval(mins => ${minutes}) where id = ${sessionId}`;
const noticesTo = async ({ memberId }: Member, kind: string) =>
  (
    await world.owner`select about from notices where member_id = ${memberId} and kind = ${kind} order by queued_at, id`
  ).map(({ about }) => about);

describe("a session ends", () => {
  test("when it was not used for as long as the installation says, and not before", async () => {
    const session = await aSession(world, await aMember(world));
    await pass(session, 59);
    expect(await isOpen(session)).toBe(true);
    await pass(session, 59);
    expect(await isOpen(session), "its use began the time anew").toBe(true);
    await pass(session, 60);
    expect(await isOpen(session)).toBe(false);
    expect(await world.owner`select 1 from sessions where id = ${session.sessionId}`).toHaveLength(0);
    const unused = await aSession(world, await aMember(world));
    await pass(unused, 60);
    expect(await isOpen(unused)).toBe(false);
  });

  test("in any case after its hours, however much it is used", async () => {
    const session = await aSession(world, await aMember(world), { hours: 3 });
    for (let minutes = 40; minutes < 180; minutes += 40) {
      await pass(session, 40);
      expect(await isOpen(session), `after ${minutes} minutes`).toBe(true);
    }
    await pass(session, 21);
    expect(await isOpen(session)).toBe(false);
  });

  test("by its own member alone, one or all the others", async () => {
    const member = await aMember(world);
    const [here, there, third] = await Promise.all([1, 2, 3].map(() => aSession(world, member)));
    const stranger = await aSession(world, await aMember(world));
    if (!here || !there || !third) throw new Error("three sessions were wanted");
    const at = new Date();
    for (const sessionId of [there.sessionId, randomUUID()])
      expect(reasonOf(await endOwnSession(world.db, { by: stranger, sessionId, at }))).toBe("not_found");
    expect(value(await endOtherSessions(world.db, { by: stranger, at })).sessions).toBe(0);
    expect(await isOpen(there)).toBe(true);
    expect((await listSessions(world.db, stranger)).map(({ id }) => id)).toEqual([stranger.sessionId]);

    value(await endOwnSession(world.db, { by: here, sessionId: there.sessionId, at }));
    expect([await isOpen(here), await isOpen(there), await isOpen(third)]).toEqual([true, false, true]);
    expect(value(await endOtherSessions(world.db, { by: here, at })).sessions).toBe(1);
    expect([await isOpen(here), await isOpen(third), await isOpen(stranger)]).toEqual([true, false, true]);
  });

  test("when its member signs out, and the cookie opens nothing any more", async () => {
    const session = await aSession(world, await aMember(world));
    const away = await endSession(world.db, { cookies: session.cookie, ...care, at: new Date() });
    expect(away).toMatch(/^ribera_session=;/);
    expect(await isOpen(session)).toBe(false);
    expect(await endSession(world.db, { cookies: session.cookie, ...care, at: new Date() })).toBe(away);
  });
});

describe("a change of how someone signs in", () => {
  type Someone = Awaited<ReturnType<typeof someone>>;
  async function someone() {
    const member = await aMember(world);
    const { codes, email } = await withPassword(world, keys, member);
    const session = await aSession(world, member);
    const first = value(await newPasskey(session)).id;
    await newPasskey(session);
    await world.owner`delete from notices where member_id = ${member.memberId}`;
    return { member, session, codes, email, passkeyId: first, other: await aSession(world, member) };
  }
  const newPasskey = async (by: Signed) => {
    const whose = { purpose: "add" as const, ...by };
    const { challenge } = await askToMakePasskey(world.db, {
      site,
      whose,
      account: "a@b.example",
      name: "A",
    });
    return addPasskey(world.db, {
      by,
      answer: anAuthenticator().make(challenge),
      name: "Llave",
      site,
      at: new Date(),
    });
  };
  const newPasswordBy = (by: Signed) => {
    const secret = newTotpSecret(randomBytes(20));
    const at = new Date();
    const given = { password: "otra lluvia teclado oriente 48", about: [], totpKey: keys("totp") };
    return setPassword(world.db, { by, secret, code: totpOf(secret, at), at, ...given });
  };

  test.each<[string, (by: Someone) => Promise<unknown>]>([
    ["passkey-added", ({ session }) => newPasskey(session)],
    [
      "passkey-removed",
      ({ session: by, passkeyId }) => removePasskey(world.db, { by, passkeyId, at: new Date() }),
    ],
    ["password-set", ({ session }) => newPasswordBy(session)],
    ["password-removed", ({ session: by }) => removePassword(world.db, { by, at: new Date() })],
    [
      "recovery-codes-issued",
      ({ session: by }) =>
        renewRecoveryCodes(world.db, {
          by,
          recoveryKey: keys("recovery"),
          random: randomBytes(160),
          at: new Date(),
        }),
    ],
  ])(
    "(%s) keeps the other sessions out, tells by mail, and says how many tokens go on",
    async (change, act) => {
      const by = await someone();
      const token = await aToken(world, by.member);
      await aToken(world, by.member, new Date(Date.now() - 1000));
      await act(by);
      expect([await isOpen(by.session), await isOpen(by.other)]).toEqual([true, false]);
      expect(await noticesTo(by.member, "sign-in-changed")).toEqual([{ change, tokens: 1 }]);
      expect(await findToken(world.db, { token, at: new Date() })).toBeDefined();
    },
  );

  test("that is refused ends nothing and tells nobody", async () => {
    const { member, session, other } = await someone();
    const secret = newTotpSecret(randomBytes(20));
    const given = { by: session, about: [], secret, totpKey: keys("totp"), at: new Date() };
    expect(reasonOf(await setPassword(world.db, { ...given, password: "corta", code: "000000" }))).toBe(
      "password_short",
    );
    expect(reasonOf(await setPassword(world.db, { ...given, password, code: "no" }))).toBe("totp_wrong");
    expect(await isOpen(other)).toBe(true);
    expect(await noticesTo(member, "sign-in-changed")).toEqual([]);
  });

  test("by a recovery code ends every session there was, with the lost device's", async () => {
    const { member, session, other, codes, email } = await someone();
    const signIn = { email, recoveryCode: codes[0] ?? "", password, address: "here", keys, at: new Date() };
    const cookie = value(await signInWithRecoveryCode(world.db, { ...signIn, visit })).split(";")[0] ?? "";
    expect([await isOpen(session), await isOpen(other)]).toEqual([false, false]);
    expect(await isOpen({ cookie, sessionId: "", memberId: "" })).toBe(true);
    expect(await noticesTo(member, "sign-in-changed")).toEqual([{ change: "recovery-code-used", tokens: 0 }]);
  });

  test("never takes the last way in, also not when two are taken at the same moment", async () => {
    const { session: by, member } = await someone();
    const [one] = await world.owner<{ id: string }[]>`
      delete from passkeys where id = (select id from passkeys where member_id = ${member.memberId} limit 1) returning id`;
    const [left] = await world.owner<
      { id: string }[]
    >`select id from passkeys where member_id = ${member.memberId}`;
    expect(one).toBeDefined();
    const at = new Date();
    const both = await Promise.all([
      removePasskey(world.db, { by, passkeyId: left?.id ?? "", at }),
      removePassword(world.db, { by, at }),
    ]);
    expect(both.map(reasonOf).sort()).toEqual(["done", "last_way_in"]);
  });
});

describe("tokens", () => {
  test("are ended by their own member alone, one or all that still work", async () => {
    const member = await aMember(world);
    const stranger = await aMember(world);
    const [one, two] = [await aToken(world, member), await aToken(world, member)];
    await aToken(world, member, new Date(Date.now() - 1000));
    const at = new Date();
    const works = async (token: string) => (await findToken(world.db, { token, at })) !== undefined;
    const [listed] = await listTokens(world.db, member);
    expect(reasonOf(await revokeToken(world.db, { by: stranger, tokenId: listed?.id ?? "", at }))).toBe(
      "not_found",
    );
    expect(value(await revokeEveryToken(world.db, { by: stranger, at })).tokens).toBe(0);
    expect([await works(one), await works(two)]).toEqual([true, true]);

    expect(value(await revokeEveryToken(world.db, { by: member, at })).tokens).toBe(2);
    expect([await works(one), await works(two)]).toEqual([false, false]);
    expect(value(await revokeEveryToken(world.db, { by: member, at })).tokens).toBe(0);
  });
});

describe("a browser that was not seen before", () => {
  test("is told by mail once, the member's first and the known ones never", async () => {
    const member = await aMember(world);
    const from = (deviceSecret: string, device: string) =>
      beginSession(world.db, {
        memberId: member.memberId,
        way: "passkey",
        visit: { ...visit, deviceSecret, device },
        at: new Date(),
      });
    for (const [secret, device] of [
      ["first", "Firefox · Linux"],
      ["first", "Firefox · Linux"],
      ["second", "Chrome · Windows"],
      ["second", "Chrome · Windows"],
      ["first", "Firefox · Linux"],
      ["third", "Safari · iOS"],
    ] as const)
      await from(secret, device);
    expect(await noticesTo(member, "device-seen")).toEqual([
      { device: "Chrome · Windows" },
      { device: "Safari · iOS" },
    ]);
    const both = await Promise.all([from("fourth", "Edge · Windows"), from("fourth", "Edge · Windows")]);
    expect(both).toHaveLength(2);
    expect(await noticesTo(member, "device-seen")).toHaveLength(3);
  });
});
