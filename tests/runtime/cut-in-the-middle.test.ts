import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { addPasskey } from "~/domain/auth/add-passkey.server";
import { askForPasskey } from "~/domain/auth/ask-for-passkey.server";
import { askToMakePasskey } from "~/domain/auth/ask-to-make-passkey.server";
import { joinOrganisation } from "~/domain/auth/join-organisation.server";
import { makeToken } from "~/domain/auth/make-token.server";
import { removePasskey } from "~/domain/auth/remove-passkey.server";
import { renewRecoveryCodes } from "~/domain/auth/renew-recovery-codes.server";
import { setPassword } from "~/domain/auth/set-password.server";
import { signInWithPasskey } from "~/domain/auth/sign-in-with-passkey.server";
import { signInWithRecoveryCode } from "~/domain/auth/sign-in-with-recovery-code.server";
import { newTotpSecret } from "~/domain/auth/totp.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import type { Outcome } from "~/domain/outcome";
import { changeRoles } from "~/domain/people/change-roles.server";
import { endMembership } from "~/domain/people/end-membership.server";
import { confirmMeasure } from "~/domain/vetting/confirm-measure.server";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { submitApplication } from "~/domain/vetting/submit-application.server";
import { connect, type Db } from "~db/client.server";
import { anAuthenticator, site } from "../support/authenticator";
import { aCut, type Lost } from "../support/cut";
import { reasonOf, value } from "../support/desk";
import { growth, lookAt } from "../support/everything";
import { aMember } from "../support/people";
import { aSession } from "../support/session";
import { totpOf } from "../support/totp";
import { aBank, apply, decide, reason, someFacts, someOfficers } from "../support/vetting";
import { newKeys, password, somewhere, visit, withPassword } from "../support/ways-in";
import { aWorld } from "../support/world";

// The process is killed, or its connection lost, at each statement of an act in turn: before the database has it, and after it
// was done and before the answer is back. Nothing is ever half there, and the person can go on.

const world = aWorld();
const keys = await newKeys();

/** What is counted, noted or used up before the act on purpose: a try is a try, and a challenge is answered once. */
const aside = ["attempts", "sign_in_challenges"];

const everything = lookAt(world, { aside });

type Try = {
  act(db: Db): Promise<Outcome<unknown>>;
  /** What it answers when it is asked again by who did not hear that it was done. */
  again: string;
  /** By what they come on all the same, where asking again is not the way. */
  goOn?(): Promise<Outcome<unknown>>;
};

let n = 0;

async function joining(): Promise<Try> {
  const { administrator: by } = await aBank(world, "vetted");
  n += 1;
  const [email, key] = [`nueva-${n}@banco.example`, keys("invitation")];
  const given = { email, name: null, language: "es" as const, roles: ["analyst"], by, at: new Date(), key };
  const { id } = value(await inviteMember(world.db, given));
  const token = invitationToken({ id, generation: 1, key });
  const device = anAuthenticator();
  const whose = { purpose: "accept" as const, invitationId: id };
  const answer = async () =>
    device.make((await askToMakePasskey(world.db, { site, whose, account: email, name: "Nueva" })).challenge);
  return {
    act: async (db) =>
      joinOrganisation(db, {
        token,
        name: "Nueva Persona",
        language: "es",
        timeZone: "America/Mexico_City",
        way: { passkey: await answer(), passkeyName: "Llave" },
        site,
        visit,
        address: somewhere(),
        keys,
        random: randomBytes(160),
        at: new Date(),
      }),
    again: "invitation_accepted",
    // They were shown no recovery codes; their way in works, and makes new ones.
    goOn: async () => {
      const { challenge } = await askForPasskey(world.db, { site, by: null });
      const used = { answer: device.use(challenge), site, visit, address: somewhere() };
      return signInWithPasskey(world.db, { ...used, attemptsKey: keys("attempts"), at: new Date() });
    },
  };
}

async function changing(change: "passkey" | "removal" | "password" | "codes" | "token"): Promise<Try> {
  const { member } = await withPassword(world, keys, await aMember(world));
  const by = await aSession(world, member);
  await aSession(world, member);
  const at = new Date();
  const newPasskey = async (db: Db) => {
    const whose = { purpose: "add" as const, ...by };
    const asked = await askToMakePasskey(world.db, { site, whose, account: "a@b.example", name: "A" });
    return addPasskey(db, { by, answer: anAuthenticator().make(asked.challenge), name: "Llave", site, at });
  };
  switch (change) {
    case "passkey":
      return { act: newPasskey, again: "done" };
    case "removal": {
      const { id: passkeyId } = value(await newPasskey(world.db));
      return { act: (db) => removePasskey(db, { by, passkeyId, at }), again: "not_found" };
    }
    case "password": {
      const secret = newTotpSecret(randomBytes(20));
      const given = { by, password: "otra lluvia teclado 48 bisagra", about: [], secret, at };
      const code = totpOf(secret, at);
      return { act: (db) => setPassword(db, { ...given, code, totpKey: keys("totp") }), again: "done" };
    }
    case "codes": {
      const renew = { by, recoveryKey: keys("recovery"), at };
      return { act: (db) => renewRecoveryCodes(db, { ...renew, random: randomBytes(160) }), again: "done" };
    }
    case "token": {
      const given = { by: member, name: "Cargador", scopes: ["read" as const], days: 30, at };
      return { act: (db) => makeToken(db, { ...given, secret: randomBytes(32) }), again: "done" };
    }
  }
}

async function recovering(): Promise<Try> {
  const { email, codes } = await withPassword(world, keys, await aMember(world));
  const recover = (db: Db, code = "") => {
    const typed = { email, password, recoveryCode: code, visit, address: somewhere() };
    return signInWithRecoveryCode(db, { ...typed, keys, at: new Date() });
  };
  return {
    act: (db) => recover(db, codes[0]),
    again: "recovery_refused",
    goOn: () => recover(world.db, codes[1]),
  };
}

async function vetting(
  act: "application" | "approval" | "second approval" | "emergency" | "confirmation" | "invitation",
): Promise<Try> {
  const { first, second } = await someOfficers(world);
  const at = new Date();
  if (act === "invitation") {
    n += 1;
    const names = { kind: "institution" as const, shortName: `Alfa${n}`, nameEs: "Alfa", nameEn: "Alfa" };
    const contact = { contact: "Ana", email: `contacto-${n}@alfa.example`, language: "es" as const };
    const invite = (db: Db) =>
      inviteOrganisation(db, { ...names, ...contact, by: first, at, key: keys("invitation") });
    return { act: invite, again: "short_name_taken" };
  }
  if (act === "application" || act === "approval" || act === "second approval") {
    const bank = await aBank(world);
    if (act === "application") {
      const submit = (db: Db) => submitApplication(db, { facts: someFacts, by: bank.administrator, at });
      return { act: submit, again: "done" };
    }
    const id = await apply(world, bank, someFacts, at);
    if (act === "second approval") value(await decide(world, bank, id, second, { at }));
    const say = (db: Db) => decide({ ...world, db: db as typeof world.db }, bank, id, first, { at });
    return {
      act: say,
      again: act === "approval" ? "already_decided" : "no_application",
    };
  }
  const bank = await aBank(world, "vetted", "2027-06-30");
  const measure = {
    organisationId: bank.id,
    kind: "revocation" as const,
    emergency: act === "emergency",
    reason,
  };
  if (act === "emergency") {
    const declare = (db: Db) => proposeMeasure(db, { ...measure, by: first, at });
    return { act: declare, again: "measure_does_not_fit" };
  }
  const { id } = value(await proposeMeasure(world.db, { ...measure, by: second, at }));
  const confirm = (db: Db) =>
    confirmMeasure(db, { organisationId: bank.id, measureId: id, reason, by: first, at });
  return { act: confirm, again: "measure_closed" };
}

async function among(act: "roles" | "departure" | "invitation"): Promise<Try> {
  const { administrator: by, analyst } = await aBank(world, "vetted");
  const { memberId } = analyst;
  const at = new Date();
  if (act === "invitation") {
    n += 1;
    const given = { email: `nueva-${n}@banco.example`, name: null, language: "es" as const };
    const invite = (db: Db) =>
      inviteMember(db, { ...given, roles: ["analyst"], by, at, key: keys("invitation") });
    return { act: invite, again: "already_invited" };
  }
  const change = (db: Db) =>
    act === "roles"
      ? changeRoles(db, { memberId, roles: ["analyst", "administrator"], by, at })
      : endMembership(db, { memberId, by, at });
  return {
    act: change,
    again: act === "departure" ? "not_found" : "done",
  };
}

const acts: [string, () => Promise<Try>][] = [
  ["accepting an invitation", joining],
  ["adding a passkey", () => changing("passkey")],
  ["removing a passkey", () => changing("removal")],
  ["setting a password and an authenticator", () => changing("password")],
  ["making recovery codes", () => changing("codes")],
  ["making a token", () => changing("token")],
  ["signing in with a recovery code", recovering],
  ["an application", () => vetting("application")],
  ["the first word on an application", () => vetting("approval")],
  ["the second word on an application", () => vetting("second approval")],
  ["an emergency revocation", () => vetting("emergency")],
  ["the second word on a revocation", () => vetting("confirmation")],
  ["inviting an organisation", () => vetting("invitation")],
  ["inviting a person", () => among("invitation")],
  ["changing roles", () => among("roles")],
  ["ending an access", () => among("departure")],
];

async function over(lost: Lost, at: number, { act }: Try) {
  const url = new URL(world.webUrl);
  const cut = await aCut({ host: url.hostname, port: Number(url.port) }, { at, lost });
  url.hostname = "127.0.0.1";
  url.port = String(cut.port);
  const pool = connect(url.href, { max: 2 });
  const was = await everything();
  const answer = await act(pool.db).then(reasonOf, () => "lost");
  const happened = cut.happened();
  await pool.client.end({ timeout: 0 });
  await cut.close();
  await world.owner`delete from attempts`;
  return { answer, happened, grown: growth(was, await everything()) };
}

test.each(acts)("%s leaves nothing half, wherever it is cut, and the person can go on", async (_, begin) => {
  // Alone each time: how many officers are told decides how many statements there are.
  const prepare = async () => {
    await world.owner`update members set left_at = now()`;
    return begin();
  };
  const cuts: { place: string; grown: Record<string, number> }[] = [];
  let one = await prepare();
  let steps = 0;
  for (;;) {
    const { answer, happened, grown } = await over("asking", steps + 1, one);
    if (!happened) {
      expect(answer).toBe("done");
      cuts.push({ place: "nowhere", grown });
      break;
    }
    steps += 1;
    cuts.push({ place: `before ${steps}`, grown });
    if (Object.keys(grown).length > 0) one = await prepare();
  }
  const whole = cuts.at(-1)?.grown ?? {};
  expect(Object.keys(whole)).toContain("audit_events");

  let unheard = 0;
  for (let at = steps; at > 0 && unheard === 0; at -= 1) {
    one = await prepare();
    const { grown } = await over("answering", at, one);
    cuts.push({ place: `after ${at}`, grown });
    if (Object.keys(grown).length > 0) unheard = at;
  }
  for (const { place, grown } of cuts)
    expect(grown, place).toEqual(Object.keys(grown).length > 0 ? whole : {});
  // All of it was done and nobody heard: that was met too, and they go on.
  expect(unheard).toBeGreaterThan(1);
  expect(reasonOf(await one.act(world.db))).toBe(one.again);
  if (one.goOn) expect(reasonOf(await one.goOn())).toBe("done");
});
