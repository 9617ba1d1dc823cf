import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addPasskey } from "~/domain/auth/add-passkey.server";
import { askForPasskey } from "~/domain/auth/ask-for-passkey.server";
import { askToMakePasskey } from "~/domain/auth/ask-to-make-passkey.server";
import { confirmIdentity } from "~/domain/auth/confirm-identity.server";
import { endOtherSessions } from "~/domain/auth/end-other-sessions.server";
import { endOwnSession } from "~/domain/auth/end-own-session.server";
import { endSession } from "~/domain/auth/end-session.server";
import { joinOrganisation } from "~/domain/auth/join-organisation.server";
import { makeToken } from "~/domain/auth/make-token.server";
import { namePasskey } from "~/domain/auth/name-passkey.server";
import { listTokens } from "~/domain/auth/own-sign-in.server";
import { removePasskey } from "~/domain/auth/remove-passkey.server";
import { removePassword } from "~/domain/auth/remove-password.server";
import { renewRecoveryCodes } from "~/domain/auth/renew-recovery-codes.server";
import { revokeEveryToken } from "~/domain/auth/revoke-every-token.server";
import { revokeToken } from "~/domain/auth/revoke-token.server";
import { openSecretKeys, type SecretKeys } from "~/domain/auth/secret-key.server";
import { setPassword } from "~/domain/auth/set-password.server";
import { signInWithPasskey } from "~/domain/auth/sign-in-with-passkey.server";
import { signInWithPassword } from "~/domain/auth/sign-in-with-password.server";
import { signInWithRecoveryCode } from "~/domain/auth/sign-in-with-recovery-code.server";
import { newTotpSecret } from "~/domain/auth/totp.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { resendInvitation } from "~/domain/invitations/resend-invitation.server";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import type { Member } from "~/domain/members/viewer";
import { changeProfile } from "~/domain/people/change-profile.server";
import { changeRoles } from "~/domain/people/change-roles.server";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { endMembership } from "~/domain/people/end-membership.server";
import { anAuthenticator, site } from "../../support/authenticator";
import { value } from "../../support/desk";
import { choices } from "../../support/digests";
import { aMember, anOrganisation } from "../../support/people";
import { aSession } from "../../support/session";
import { totpOf } from "../../support/totp";
import { password, visit, withPassword } from "../../support/ways-in";
import { freshDatabase, type World } from "../../support/world";

// Vetting has such a test of its own beside its acts.

let world: World;
let keys: SecretKeys;
beforeAll(async () => {
  world = await freshDatabase();
  keys = await openSecretKeys({ dataDir: "", secret: randomBytes(32).toString("base64") });
});
afterAll(() => world.close());

/** Every secret and every address that went through an act of this file. */
const secrets: string[] = [];
const secret = <Text extends string>(text: Text): Text => {
  secrets.push(text, Buffer.from(text).toString("hex"), Buffer.from(text).toString("base64"));
  return text;
};

async function someone() {
  const organisation = await anOrganisation(world, { kind: "institution" });
  const administrator = await aMember(world, { organisation, roles: ["administrator"] });
  const member = await aMember(world, { organisation, roles: ["analyst"] });
  const kept = await withPassword(world, keys, member);
  const session = await aSession(world, member);
  const device = anAuthenticator();
  const whose = { purpose: "add" as const, ...session };
  const asked = await askToMakePasskey(world.db, { site, whose, account: kept.email, name: "A" });
  const answer = device.make(asked.challenge);
  const passkeyId = value(
    await addPasskey(world.db, { by: session, answer, name: "Llave del cajón", site, at: new Date() }),
  ).id;
  for (const one of [password, kept.secret, kept.email, session.cookie.split("=")[1] ?? "", ...kept.codes])
    secret(one);
  secret(device.id.toString("base64url"));
  return { ...kept, administrator, session, device, passkeyId };
}
type Someone = Awaited<ReturnType<typeof someone>>;

const key = new Uint8Array(32).fill(7);
const somewhere = () => secret(`203.0.113.${randomBytes(4).toString("hex")}`);
const shared = () => ({ visit, address: somewhere(), keys, at: new Date() });
let invited = 0;
async function anInvitation(by: Member) {
  invited += 1;
  const email = secret(`invitada-${invited}@banco.example`);
  const given = { email, name: "Invitada Inés", language: "es" as const, roles: ["analyst"] };
  const { id } = value(
    await inviteMember(world.db, {
      ...given,
      by,
      at: new Date(Date.now() - 120_000),
      key: keys("invitation"),
    }),
  );
  return { id, token: secret(invitationToken({ id, generation: 1, key: keys("invitation") })) };
}
const passkeyOf = async ({ device, session }: Someone, by: "confirm" | "sign-in") =>
  device.use((await askForPasskey(world.db, { site, by: by === "confirm" ? session : null })).challenge);
const aToken = async ({ member }: Someone) =>
  secret(
    value(
      await makeToken(world.db, {
        by: member,
        name: "Cargador",
        scopes: ["read"],
        days: 30,
        secret: randomBytes(32),
        at: new Date(),
      }),
    ).token,
  );

const acts: Record<string, [events: string[], act: (by: Someone) => Promise<unknown>]> = {
  "signing in with a passkey": [
    ["session.started"],
    async (by) =>
      signInWithPasskey(world.db, {
        ...shared(),
        answer: await passkeyOf(by, "sign-in"),
        site,
        attemptsKey: key,
      }),
  ],
  "a refused passkey": [
    ["sign_in.refused"],
    ({ device }) =>
      signInWithPasskey(world.db, { ...shared(), answer: device.use("x"), site, attemptsKey: key }),
  ],
  "signing in with a password": [
    ["session.started"],
    ({ email, secret: base32 }) =>
      signInWithPassword(world.db, { ...shared(), email, password, code: secret(totpOf(base32)) }),
  ],
  "a refused password": [
    ["sign_in.refused"],
    ({ email }) =>
      signInWithPassword(world.db, { ...shared(), email, password: secret("otra lluvia 99"), code: "1" }),
  ],
  "a recovery code": [
    ["recovery_code.used", "session.started"],
    ({ email, codes }) =>
      signInWithRecoveryCode(world.db, { ...shared(), email, password, recoveryCode: codes[0] ?? "" }),
  ],
  "a refused recovery code": [
    ["sign_in.refused"],
    ({ email }) => signInWithRecoveryCode(world.db, { ...shared(), email, password, recoveryCode: "0" }),
  ],
  confirming: [
    ["identity.confirmed"],
    async (by) =>
      confirmIdentity(world.db, {
        by: by.session,
        proof: { passkey: await passkeyOf(by, "confirm") },
        site,
        ...shared(),
      }),
  ],
  "a refused confirmation": [
    ["confirmation.refused"],
    ({ session: by }) =>
      confirmIdentity(world.db, { by, proof: { password: "x", code: "1" }, site, ...shared() }),
  ],
  "signing out": [
    ["session.ended"],
    ({ session }) =>
      endSession(world.db, { cookies: session.cookie, secure: false, idleMinutes: 60, at: new Date() }),
  ],
  "ending one session": [
    ["session.ended"],
    ({ session: by }) => endOwnSession(world.db, { by, sessionId: by.sessionId, at: new Date() }),
  ],
  "ending the other sessions": [
    ["session.ended"],
    async ({ session: by, member }) => {
      await aSession(world, member);
      return endOtherSessions(world.db, { by, at: new Date() });
    },
  ],
  "adding a passkey": [
    ["passkey.added"],
    async ({ session: by, email }) => {
      const whose = { purpose: "add" as const, ...by };
      const { challenge } = await askToMakePasskey(world.db, { site, whose, account: email, name: "A" });
      const answer = anAuthenticator().make(challenge);
      return addPasskey(world.db, { by, answer, name: "Otra", site, at: new Date() });
    },
  ],
  "naming a passkey": [
    ["passkey.named"],
    ({ session: by, passkeyId }) =>
      namePasskey(world.db, { by, passkeyId, name: secret("Nombre de llave"), at: new Date() }),
  ],
  "removing a passkey": [
    ["passkey.removed"],
    ({ session: by, passkeyId }) => removePasskey(world.db, { by, passkeyId, at: new Date() }),
  ],
  "setting a password": [
    ["password.set"],
    ({ session: by }) => {
      const base32 = secret(newTotpSecret(randomBytes(20)));
      const given = { password: secret("otra lluvia teclado oriente 48"), about: [], totpKey: keys("totp") };
      return setPassword(world.db, {
        by,
        ...given,
        secret: base32,
        code: secret(totpOf(base32)),
        at: new Date(),
      });
    },
  ],
  "removing the password": [
    ["password.removed"],
    ({ session: by }) => removePassword(world.db, { by, at: new Date() }),
  ],
  "making recovery codes": [
    ["recovery_codes.issued"],
    async ({ session: by }) => {
      const given = { by, recoveryKey: keys("recovery"), random: randomBytes(160), at: new Date() };
      return value(await renewRecoveryCodes(world.db, given)).map(secret);
    },
  ],
  "making a token": [["token.issued"], aToken],
  "revoking a token": [
    ["token.issued", "token.revoked"],
    async (by) => {
      await aToken(by);
      const [token] = await listTokens(world.db, by.member);
      return revokeToken(world.db, { by: by.member, tokenId: token?.id ?? "", at: new Date() });
    },
  ],
  "revoking every token": [
    ["token.issued", "token.revoked"],
    async (by) => {
      await aToken(by);
      return revokeEveryToken(world.db, { by: by.member, at: new Date() });
    },
  ],
  inviting: [["member.invited"], ({ administrator }) => anInvitation(administrator)],
  "sending an invitation again": [
    ["member.invited", "invitation.resent"],
    async ({ administrator: by }) => {
      const { id } = await anInvitation(by);
      return resendInvitation(world.db, { id, by, at: new Date(), key: keys("invitation") });
    },
  ],
  "withdrawing an invitation": [
    ["member.invited", "invitation.withdrawn"],
    async ({ administrator: by }) => {
      const { id } = await anInvitation(by);
      return withdrawInvitation(world.db, { id, by, at: new Date() });
    },
  ],
  joining: [
    ["member.invited", "member.joined", "session.started"],
    async ({ administrator }) => {
      const { token } = await anInvitation(administrator);
      const base32 = secret(newTotpSecret(randomBytes(20)));
      const way = { password: secret("lluvia teclado oriente 51"), secret: base32, code: totpOf(base32) };
      const you = { name: secret("Inés del Carmen"), language: "es" as const, timeZone: "UTC" };
      const given = { token, ...you, way, site, random: randomBytes(160), ...shared() };
      return value(await joinOrganisation(world.db, given)).codes.map(secret);
    },
  ],
  "changing one's page": [
    ["profile.changed"],
    ({ member: by }) =>
      changeProfile(world.db, {
        by,
        name: secret("Otro Nombre"),
        language: "en",
        timeZone: "UTC",
        at: new Date(),
      }),
  ],
  "choosing notices": [
    ["notices.chosen"],
    ({ member: by }) => chooseNotices(world.db, { by, chosen: choices(), at: new Date() }),
  ],
  "changing roles": [
    ["member.roles-changed"],
    ({ administrator: by, member: { memberId } }) =>
      changeRoles(world.db, { by, memberId, roles: ["compliance-officer"], at: new Date() }),
  ],
  leaving: [
    ["member.left"],
    ({ member: by }) => endMembership(world.db, { by, memberId: by.memberId, at: new Date() }),
  ],
};

test.each(Object.entries(acts))("%s leaves its events in the log", async (_, [events, act]) => {
  const by = await someone();
  const [tip] = await world.owner<{ seq: string }[]>`select coalesce(max(seq), 0) as seq from audit_events`;
  await act(by);
  const rows = await world.owner<{ action: string }[]>`
    select action from audit_events where seq > ${tip?.seq ?? 0} order by seq`;
  expect(rows.map(({ action }) => action)).toEqual(events);
});

test("no secret, address, name or code stands in the log or in the outbox, nor the hash of a session", async () => {
  await acts.joining?.[1](await someone());
  const hashes = await world.owner<{ hash: string }[]>`
    select encode(id_hash, 'hex') as hash from sessions union select encode(token_hash, 'hex') from api_tokens
    union select encode(token_hash, 'hex') from invitations union select encode(code_hash, 'hex') from recovery_codes
    union select hash from passwords`;
  const [log] = await world.owner<
    { text: string }[]
  >`select string_agg(to_jsonb(e)::text, ' ') as text from audit_events e`;
  const [outbox] = await world.owner<
    { text: string }[]
  >`select string_agg(about::text, ' ') as text from notices`;
  const told = `${log?.text}${outbox?.text}`;
  expect(told.length).toBeGreaterThan(2000);
  // Codes of six figures are found in any hash by chance; longer ones are not.
  const looked = [...secrets, ...hashes.map(({ hash }) => hash)].filter((one) => one.length > 8);
  expect(looked.length).toBeGreaterThan(50);
  expect(looked.filter((one) => told.includes(one))).toEqual([]);
  const [addresses] = await world.owner<{ n: number }[]>`
    select count(*)::int as n from audit_events where canonical like '%@%'`;
  expect(addresses?.n).toBe(0);
});
