import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addPasskey } from "~/domain/auth/add-passkey.server";
import { askToMakePasskey } from "~/domain/auth/ask-to-make-passkey.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import type { Member } from "~/domain/members/viewer";
import { leastReason } from "~/domain/vetting/vetting";
import { env } from "~/env.server";
import { totpFor } from "~/http/proposed-totp.server";
import { secretKeys } from "~/http/secret-keys.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { anAuthenticator } from "../support/authenticator";
import { value } from "../support/desk";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aSession, type Signed } from "../support/session";
import { aSiteOf } from "../support/site";
import { totpOf } from "../support/totp";
import { aBank, aProposal, apply, someOfficers } from "../support/vetting";
import { password, withPassword } from "../support/ways-in";
import { aWorld } from "../support/world";

// Each bad input of people and signing in, on its page and by the API, in Spanish and in English: how it is answered, in which
// words, at which field, and that what was typed is still there.

const world = aWorld();
const site = aSiteOf(world);
const keys = await secretKeys();
const languages = ["es", "en"] as const;
type Language = (typeof languages)[number];

// All of these come from one address, from which only so many may be tried.
beforeEach(() => world.owner`delete from attempts`);

const sentence = (language: Language, reason: string, facts: Record<string, unknown> = {}) =>
  i18nOf(language).t(`refused:${reason}` as "refused:not_found", facts);

type Fields = Record<string, string | string[]>;

async function send(path: string, fields: Fields, by?: Signed) {
  const body = new URLSearchParams();
  for (const [name, given] of Object.entries(fields))
    for (const one of [given].flat()) body.append(name, one);
  const headers = { Origin: site.origin, ...(by ? { Cookie: by.cookie } : {}) };
  const answer = await site.ask(path, { method: "POST", headers, body });
  return { status: answer.status, page: await answer.text() };
}

const signs = { quot: '"', "#x27": "'", amp: "&", lt: "<", gt: ">" } as const;
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/&(quot|#x27|amp|lt|gt);/g, (_, name: keyof typeof signs) => signs[name]);

/** The sentences of a page that stop, each by the name of the field that it stands at; by none where it stands above all. */
function saidIn(page: string) {
  const said: Record<string, string> = {};
  for (const [, id = "", words = ""] of page.matchAll(/<p class="wrong" id="([^"]+)-error">(.*?)<\/p>/gs)) {
    const field = new RegExp(
      `<(input|select|textarea|fieldset)\\b[^>]*aria-describedby="[^"]*${id}-error"[^>]*>`,
    );
    const { 0: tag = "", index = 0 } = page.match(field) ?? {};
    expect(tag, "the field knows that it is wrong").toContain('aria-invalid="true"');
    const [, name = "a field without a name"] = page.slice(index).match(/ name="([^"]+)"/) ?? [];
    said[name] = plain(words);
  }
  for (const [, words = ""] of page.matchAll(/<div class="notice" data-tone="stopped"[^>]*>(.*?)<\/div>/gs))
    said[""] = plain(words);
  return said;
}

/** What of these fields a page no longer holds as it was typed; secrets are never given back. */
const lostIn = (page: string, fields: Fields) =>
  Object.entries(fields)
    .filter(([name]) => !/^(password|code|recoveryCode|passkey|totp)$/.test(name))
    .filter(([name, given]) =>
      [given].flat().some((one) => {
        const tags = [
          ...page.matchAll(new RegExp(`<input\\b[^>]*name="${name.replace("[]", "\\[\\]")}"[^>]*>`, "g")),
        ];
        const isHeld = tags.some(([tag]) => {
          const value = `value="${one.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
          const holds = tag.includes(value) || (one === "on" && !tag.includes("value="));
          return holds && (/type="(radio|checkbox)"/.test(tag) ? /\bchecked\b/.test(tag) : true);
        });
        return !isHeld && !page.includes(`<option value="${one}" selected`);
      }),
    )
    .map(([name]) => name);

/** The key for an authenticator that a page shows. */
const keyIn = (page: string) => page.match(/<code[^>]*>([A-Z2-7 ]{30,})<\/code>/)?.[1]?.replaceAll(" ", "");

let count = 0;
const anAddress = () => `persona-nueva-${++count}@banco.example`;
const aHouse = async () => {
  const organisation = await anOrganisation(world, { kind: "institution" });
  const administrator = await aMember(world, { organisation, roles: ["administrator"] });
  return { organisation, administrator, analyst: await aMember(world, { organisation, roles: ["analyst"] }) };
};
const emailOf = async ({ memberId }: Member) =>
  (await world.owner<{ email: string }[]>`select email from members where id = ${memberId}`)[0]?.email ?? "";
async function anInvitation(email = anAddress()) {
  const { administrator: by } = await aHouse();
  const given = { email, name: null, language: "es" as const, roles: ["analyst"] };
  const { id } = value(
    await inviteMember(world.db, { ...given, by, at: new Date(), key: keys("invitation") }),
  );
  return { id, by, email, token: invitationToken({ id, generation: 1, key: keys("invitation") }) };
}

/** How a program that asks for the same in this language is told: status, words, and where. */
async function askedBy(
  by: Member,
  language: Language,
  [method, path, json]: readonly [string, `/${string}`, unknown?],
) {
  const answer = await site.ask(paths.api(path), {
    method,
    headers: {
      Authorization: `Bearer ${await aToken(world, by)}`,
      "Accept-Language": language,
      ...(json === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const { type, detail, errors } = await answer.json();
  return {
    status: answer.status,
    language: answer.headers.get("content-language"),
    type,
    detail,
    errors,
  };
}
const problem = (
  language: Language,
  status: number,
  reason: string,
  field: string | undefined,
  facts: Record<string, unknown> = {},
) => {
  const detail = sentence(language, reason, facts);
  const errors = field === undefined ? [] : [{ pointer: `/${field}`, in: "body", reason, detail }];
  return { status, language, type: `/problems/${reason}`, detail, errors };
};

const addresses = [
  { bad: "no address", email: () => "pedro@banco", reason: "address_malformed" },
  { bad: "an invisible sign", email: () => "pedro@ban\u200bco.mx", reason: "address_hidden_sign" },
  {
    bad: "a Cyrillic letter among Latin ones",
    email: () => "pedro@banсo.mx",
    reason: "address_foreign_sign",
    facts: { sign: "с", code: "U+0441" },
  },
  {
    bad: "another script",
    email: () => "педро@banco.mx",
    reason: "address_foreign_sign",
    facts: { sign: "п", code: "U+043F" },
  },
  {
    bad: "a foreign letter behind xn--",
    email: () => "pedro@xn--bano-55d.mx",
    reason: "address_foreign_sign",
    facts: { sign: "о", code: "U+043E" },
  },
  {
    bad: "a mailbox that no server takes",
    email: () => `${"a".repeat(65)}@banco.mx`,
    reason: "address_mailbox_long",
    facts: { most: 64 },
  },
  { bad: "somebody who is in", email: emailOf, reason: "already_a_member", ofPeople: true },
  { bad: "somebody who is invited", email: invitedBy, reason: "already_invited", ofPeople: true },
];
async function invitedBy(_: Member, by: Member) {
  const email = anAddress();
  const given = { email, name: null, language: "es" as const, roles: ["analyst"] };
  value(await inviteMember(world.db, { ...given, by, at: new Date(), key: keys("invitation") }));
  return email;
}

describe.each(languages)("in %s", (language) => {
  test.each(addresses)(
    "an invitation to $bad is stopped at the address",
    async ({ email, reason, facts }) => {
      const { administrator, analyst } = await aHouse();
      const roles = ["analyst"];
      const wanted = { email: await email(analyst, administrator), name: "Pía Núñez", language: "es" };
      const fields = { ...wanted, "roles[]": roles };
      const { status, page } = await send(
        paths.newInvitation(language),
        fields,
        await aSession(world, administrator),
      );
      expect({ status, said: saidIn(page), lost: lostIn(page, fields) }).toEqual({
        status: 422,
        said: { email: sentence(language, reason, facts) },
        lost: [],
      });
      const asked = { email: wanted.email, language: "es", roles };
      expect(await askedBy(administrator, language, ["POST", "/invitations", asked])).toEqual(
        problem(language, 422, reason, "email", facts),
      );
    },
  );

  test.each(addresses.filter(({ ofPeople }) => !ofPeople))(
    "an invitation of an organization to $bad is stopped at the address",
    async ({ email, reason, facts }) => {
      const { first } = await someOfficers(world);
      const bank = await aBank(world, "invited");
      await world.owner`delete from member_roles where member_id in (${bank.administrator.memberId}, ${bank.analyst.memberId})`;
      await world.owner`delete from members where organisation_id = ${bank.id}`;
      const contact = { contact: "Inés Robledo", email: await email(first, first), language: "en" };
      const organisation = {
        kind: "civil",
        nameEs: "Barra de Ejemplo",
        nameEn: "Example Bar",
        shortName: `Barra ${++count}`,
        ...contact,
      };
      const by = await aSession(world, first);
      for (const [path, fields] of [
        [paths.organisationInvitation(language), organisation],
        [paths.organisationAct(language, bank.id, "invitation"), contact],
      ] as const) {
        const { status, page } = await send(path, fields, by);
        expect({ path, status, said: saidIn(page), lost: lostIn(page, fields) }).toEqual({
          path,
          status: 422,
          said: { email: sentence(language, reason, facts) },
          lost: [],
        });
      }
      for (const asked of [
        ["POST", "/organisations", organisation],
        ["POST", `/organisations/${bank.id}/invitation`, contact],
      ] as const)
        expect(await askedBy(first, language, asked)).toEqual(problem(language, 422, reason, "email", facts));
    },
  );

  test("an invitation without a role, or with one that is none here, is stopped at the roles", async () => {
    const { administrator } = await aHouse();
    const by = await aSession(world, administrator);
    for (const [roles, reason] of [
      [[], "role_missing"],
      [["publisher"], "role_unknown"],
    ] as const) {
      const wanted = { email: anAddress(), name: "Pía Núñez", language: "en" };
      const { status, page } = await send(
        paths.newInvitation(language),
        { ...wanted, "roles[]": [...roles] },
        by,
      );
      expect({ status, said: saidIn(page), lost: lostIn(page, wanted) }).toEqual({
        status: 422,
        said: { "roles[]": sentence(language, reason) },
        lost: [],
      });
      expect(await askedBy(administrator, language, ["POST", "/invitations", { ...wanted, roles }])).toEqual(
        problem(language, 422, reason, "roles"),
      );
    }
  });

  test("the last administrator neither leaves nor gives the role away", async () => {
    const { administrator } = await aHouse();
    const by = await aSession(world, administrator);
    const { memberId } = administrator;
    const said = sentence(language, "last_administrator");
    const roles = { "roles[]": ["analyst"] };
    for (const [path, fields, at] of [
      [paths.myDeparture(language), {}, ""],
      [paths.personDeparture(language, memberId), {}, ""],
      [paths.personRoles(language, memberId), roles, "roles[]"],
    ] as const) {
      const { status, page } = await send(path, fields, by);
      expect({ path, status, said: saidIn(page), lost: lostIn(page, fields) }).toEqual({
        path,
        status: 422,
        said: { [at]: said },
        lost: [],
      });
    }
    expect(await askedBy(administrator, language, ["POST", `/members/${memberId}/departure`])).toEqual(
      problem(language, 422, "last_administrator", undefined),
    );
    const analyst = { roles: ["analyst"] };
    expect(await askedBy(administrator, language, ["PUT", `/members/${memberId}/roles`, analyst])).toEqual(
      problem(language, 422, "last_administrator", "roles"),
    );
  });

  test("an officer's word that says nothing is stopped at the reason", async () => {
    const officers = await someOfficers(world);
    const bank = await aBank(world);
    const application = await apply(world, bank);
    const vetted = await aBank(world, "vetted", "2027-06-30");
    const measure = value(await aProposal(world, vetted, officers.second, { at: new Date() })).id;
    const other = await aBank(world, "vetted", "2027-06-30");
    const facts = { least: leastReason };
    const said = { reason: sentence(language, "reason_too_short", facts) };
    const by = await aSession(world, officers.first);
    for (const [path, fields, asked] of [
      [
        paths.organisationAct(language, bank.id, "approval"),
        { applicationId: application, reason: "Sí." },
        [`/organisations/${bank.id}/approval`, { application, reason: "Sí." }],
      ],
      [
        paths.organisationAct(language, bank.id, "refusal"),
        { applicationId: application, reason: "No." },
        [`/organisations/${bank.id}/refusal`, { application, reason: "No." }],
      ],
      [
        paths.organisationAct(language, other.id, "measures"),
        { kind: "suspension", emergency: "on", reason: "Ya." },
        [`/organisations/${other.id}/measures`, { kind: "suspension", emergency: true, reason: "Ya." }],
      ],
      [
        paths.measureAct(language, vetted.id, measure, "confirmation"),
        { reason: "Ya." },
        [`/organisations/${vetted.id}/measures/${measure}/confirmation`, { reason: "Ya." }],
      ],
    ] as const) {
      const { status, page } = await send(path, fields, by);
      const { reason, ...rest } = fields;
      expect({ path, status, said: saidIn(page), lost: lostIn(page, rest) }).toEqual({
        path,
        status: 422,
        said,
        lost: [],
      });
      expect(page.includes(`>${reason}</textarea>`), "what was written").toBe(true);
      const [where, json] = asked;
      expect(await askedBy(officers.first, language, ["POST", where as `/${string}`, json])).toEqual(
        problem(language, 422, "reason_too_short", "reason", facts),
      );
    }
  });

  test.each(["America/Macondo", "CST", "+05:00"])("the time zone %s is none", async (timeZone) => {
    const { analyst } = await aHouse();
    const typed = { name: "Ana Ruiz", language: "en" };
    const said = { timeZone: sentence(language, "time_zone_unknown") };
    const own = await send(paths.meForm(language), { ...typed, timeZone }, await aSession(world, analyst));
    expect({ status: own.status, said: saidIn(own.page), lost: lostIn(own.page, typed) }).toEqual({
      status: 422,
      said,
      lost: [],
    });
    const { email, token } = await anInvitation();
    const { totp } = await totpFor(email);
    const way = { password, code: totpOf(totp.secret), totp: totp.sealed };
    const joining = await send(paths.invitation(language, token), { ...typed, ...way, timeZone });
    expect({ status: joining.status, said: saidIn(joining.page), lost: lostIn(joining.page, typed) }).toEqual(
      {
        status: 422,
        said,
        lost: [],
      },
    );
    expect(await askedBy(analyst, language, ["PATCH", "/me", { timeZone }])).toEqual(
      problem(language, 422, "time_zone_unknown", "timeZone"),
    );
  });

  test.each([
    ["too short", "lluvia 47", "password_short", { least: 12 }],
    ["too long", "x".repeat(129), "password_long", { most: 128 }],
    ["among the compromised", "123456qwerty", "password_compromised", {}],
    ["among the common", "contraseña123", "password_guessable", {}],
    ["made of whose it is", "persona olvera bravo 2026", "password_personal", {}],
  ])("a password %s is stopped at its field", async (_, weak, reason, facts) => {
    const said = { password: sentence(language, reason, facts) };
    const { member, email } = await withPassword(
      world,
      keys,
      await aMember(world, { name: "Persona Olvera Bravo" }),
    );
    const { totp } = await totpFor(email);
    const way = { password: weak, code: totpOf(totp.secret), totp: totp.sealed };
    const own = await send(paths.myPassword(language), way, await aSession(world, member));
    expect({ status: own.status, said: saidIn(own.page) }).toEqual({ status: 422, said });
    expect(keyIn(own.page), "nobody scans twice").toBe(totp.secret);

    const invitation = await anInvitation();
    const proposed = (await totpFor(invitation.email)).totp;
    const you = { name: "Persona Olvera Bravo", language: "en", timeZone: "America/Tijuana" };
    const joining = await send(paths.invitation(language, invitation.token), {
      ...you,
      password: weak,
      code: totpOf(proposed.secret),
      totp: proposed.sealed,
    });
    expect({ status: joining.status, said: saidIn(joining.page), lost: lostIn(joining.page, you) }).toEqual({
      status: 422,
      said,
      lost: [],
    });
    expect(keyIn(joining.page)).toBe(proposed.secret);
  });

  test.each([
    ["that is none of the key", () => "000000x", "totp_wrong", {}],
    [
      "of a clock that is fast",
      (key: string) => totpOf(key, new Date(Date.now() + 600_000)),
      "totp_clock_ahead",
      { count: 10 },
    ],
    [
      "of a clock that is slow",
      (key: string) => totpOf(key, new Date(Date.now() - 600_000)),
      "totp_clock_behind",
      { count: 10 },
    ],
  ])("a code %s is stopped at its field, with what to do", async (_, codeOf, reason, facts) => {
    const said = { code: sentence(language, reason, facts) };
    const member = await aMember(world);
    const email = await emailOf(member);
    const { totp } = await totpFor(email);
    const own = await send(
      paths.myPassword(language),
      { password, code: codeOf(totp.secret), totp: totp.sealed },
      await aSession(world, member),
    );
    expect({ status: own.status, said: saidIn(own.page) }).toEqual({ status: 422, said });
    expect(keyIn(own.page)).toBe(totp.secret);
    const invitation = await anInvitation();
    const proposed = (await totpFor(invitation.email)).totp;
    const you = { name: "Julián Paz", language: "es", timeZone: "America/Cancun" };
    const joining = await send(paths.invitation(language, invitation.token), {
      ...you,
      password,
      code: codeOf(proposed.secret),
      totp: proposed.sealed,
    });
    expect({ status: joining.status, said: saidIn(joining.page), lost: lostIn(joining.page, you) }).toEqual({
      status: 422,
      said,
      lost: [],
    });
  });

  test("a code works once: to sign in, to confirm and to recover", async () => {
    const { member, email, secret, codes } = await withPassword(world, keys, await aMember(world));
    const used = { email, password, code: totpOf(secret) };
    expect((await send(paths.signIn(language), used)).status).toBe(302);
    const again = await send(paths.signIn(language), used);
    expect({ status: again.status, said: saidIn(again.page), lost: lostIn(again.page, used) }).toEqual({
      status: 422,
      said: { "": sentence(language, "sign_in_refused") },
      lost: [],
    });
    const interrupted = JSON.stringify({ action: paths.myTokens(language), typed: [["name", "Cargador"]] });
    const confirming = await send(
      paths.confirm(language),
      { password, code: used.code, interrupted },
      await aSession(world, member),
    );
    expect({ status: confirming.status, said: saidIn(confirming.page) }).toEqual({
      status: 422,
      said: { "": sentence(language, "confirmation_refused") },
    });
    expect(confirming.page.includes("Cargador"), "what was interrupted goes along").toBe(true);
    const recovery = { email, password, recoveryCode: codes[0] ?? "" };
    expect((await send(paths.recovery(language), recovery)).status).toBe(302);
    const twice = await send(paths.recovery(language), recovery);
    expect({ status: twice.status, said: saidIn(twice.page), lost: lostIn(twice.page, recovery) }).toEqual({
      status: 422,
      said: { "": sentence(language, "recovery_refused") },
      lost: [],
    });
  });

  test("a passkey made or used on a page of another origin opens nothing, anywhere", async () => {
    const ours = { origin: env().origin, rpId: new URL(env().origin).hostname };
    const theirs = { ...ours, origin: "https://ribera.example.evil.example" };
    const member = await aMember(world);
    const by = await aSession(world, member);
    const device = anAuthenticator();
    const asked = await askToMakePasskey(world.db, {
      site: env(),
      whose: { purpose: "add", ...by },
      account: "a@b.example",
      name: "A",
    });
    const made = { by, answer: device.make(asked.challenge, ours), name: "Llave", site: env() };
    value(await addPasskey(world.db, { ...made, at: new Date() }));
    const challengeAt = async (path: string) => {
      const headers = { Origin: site.origin, Cookie: by.cookie };
      return (await (await site.ask(path, { method: "POST", headers })).json()).challenge;
    };
    const notTaken = { "": sentence(language, "passkey_not_taken") };
    const notMade = { "": sentence(language, "passkey_not_made") };

    const signIn = async (twist: typeof ours) => {
      const challenge = await challengeAt(paths.signInChallenge(language));
      return send(paths.signIn(language), { passkey: device.use(challenge, twist) });
    };
    const refused = await signIn(theirs);
    expect({ status: refused.status, said: saidIn(refused.page) }).toEqual({ status: 422, said: notTaken });
    expect((await signIn(ours)).status).toBe(302);

    const interrupted = JSON.stringify({ action: paths.myTokens(language), typed: [["name", "Cargador"]] });
    const challenge = await challengeAt(paths.confirmChallenge(language));
    const confirming = await send(
      paths.confirm(language),
      { passkey: device.use(challenge, theirs), interrupted },
      by,
    );
    expect({ status: confirming.status, said: saidIn(confirming.page) }).toEqual({
      status: 422,
      said: notTaken,
    });
    expect(confirming.page.includes("Cargador")).toBe(true);

    const toAdd = await challengeAt(paths.passkeyChallenge(language));
    const name = { name: "Llave del cajón" };
    const adding = await send(
      paths.newPasskey(language),
      { ...name, passkey: anAuthenticator().make(toAdd, theirs) },
      by,
    );
    expect({ status: adding.status, said: saidIn(adding.page), lost: lostIn(adding.page, name) }).toEqual({
      status: 422,
      said: notMade,
      lost: [],
    });

    const { token } = await anInvitation();
    const you = { name: "Julián Paz", language: "en", timeZone: "America/Cancun" };
    const toJoin = await challengeAt(paths.invitationChallenge(language, token));
    const joining = await send(paths.invitation(language, token), {
      ...you,
      passkey: anAuthenticator().make(toJoin, theirs),
    });
    expect({ status: joining.status, said: saidIn(joining.page), lost: lostIn(joining.page, you) }).toEqual({
      status: 422,
      said: notMade,
      lost: [],
    });
  });

  test.each([
    ["garbled", 404, "invitation_unknown"],
    ["of another installation", 404, "invitation_unknown"],
    ["replaced by a newer one", 404, "invitation_unknown"],
    ["expired", 410, "invitation_expired"],
    ["withdrawn", 410, "invitation_withdrawn"],
    ["used", 410, "invitation_accepted"],
  ])("a link that is %s says so, opened or filled in", async (bad, status, reason) => {
    const { id, by, email, token } = await anInvitation();
    const { totp } = await totpFor(email);
    const you = { name: "Julián Paz", language: "en", timeZone: "America/Cancun" };
    const join = () => ({ ...you, password, code: totpOf(totp.secret), totp: totp.sealed });
    if (bad === "expired") await world.owner`update invitations set expires_at = now() where id = ${id}`;
    if (bad === "withdrawn") value(await withdrawInvitation(world.db, { id, by, at: new Date() }));
    if (bad === "used") expect((await send(paths.invitation("es", token), join())).status).toBe(200);
    if (bad === "replaced by a newer one")
      await world.owner`update invitations set token_hash = ${randomBytes(32)} where id = ${id}`;
    const link =
      bad === "garbled"
        ? "x".repeat(43)
        : bad === "of another installation"
          ? invitationToken({ id, generation: 1, key: randomBytes(32) })
          : token;
    const opened = await site.ask(paths.invitation(language, link));
    const filled = await send(paths.invitation(language, link), join());
    for (const one of [{ status: opened.status, page: await opened.text() }, filled]) {
      const told = [sentence(language, reason), email, by.name, by.organisation].map((words) =>
        plain(one.page).includes(words),
      );
      expect([one.status, ...told]).toEqual([status, true, false, false, false]);
    }
  });

  test("an address that is a member's elsewhere is told to its owner alone, who loses nothing typed", async () => {
    const elsewhere = await aMember(world);
    const { email, token } = await anInvitation(await emailOf(elsewhere));
    const { totp } = await totpFor(email);
    const you = { name: "Julián Paz", language: "en", timeZone: "America/Cancun" };
    const { status, page } = await send(paths.invitation(language, token), {
      ...you,
      password,
      code: totpOf(totp.secret),
      totp: totp.sealed,
    });
    expect({ status, said: saidIn(page), lost: lostIn(page, you) }).toEqual({
      status: 422,
      said: { "": sentence(language, "address_is_a_member") },
      lost: [],
    });
  });

  test.each(["garbled", "expired", "revoked"])("a token that is %s opens nothing", async (bad) => {
    const member = await aMember(world);
    const token =
      bad === "garbled"
        ? "ribera_xyz"
        : await aToken(world, member, new Date(Date.now() + (bad === "expired" ? -1000 : 3_600_000)));
    if (bad === "revoked")
      await world.owner`update api_tokens set revoked_at = now() where member_id = ${member.memberId}`;
    const answer = await site.ask(paths.api("/me"), {
      headers: { Authorization: `Bearer ${token}`, "Accept-Language": language },
    });
    const { type, detail } = await answer.json();
    expect([answer.status, type, detail]).toEqual([
      401,
      "/problems/not_signed_in",
      sentence(language, "not_signed_in"),
    ]);
  });
});
