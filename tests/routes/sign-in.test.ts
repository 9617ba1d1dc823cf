import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import type { Member } from "~/domain/members/viewer";
import { secretKeys } from "~/http/secret-keys.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { value } from "../support/desk";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aSession, type Signed } from "../support/session";
import { aSite, type Site } from "../support/site";
import { totpOf } from "../support/totp";
import { aBank, someOfficers } from "../support/vetting";
import { password, withPassword } from "../support/ways-in";
import { freshDatabase, type World } from "../support/world";

// Every form of signing in posted as a browser without scripts does, and every page asked for by who may not have it.

let world: World;
let site: Site;
let keys: Awaited<ReturnType<typeof secretKeys>>;
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  keys = await secretKeys();
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const { t } = i18nOf("es");
/** Uncompressed: what is new each time would make the length differ. */
const cookieHeader = (by?: Signed): Record<string, string> => ({
  "Accept-Encoding": "identity",
  ...(by ? { Cookie: by.cookie } : {}),
});
async function post(path: string, fields: Record<string, string>, by?: Signed) {
  const answer = await site.ask(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Origin: site.origin, ...cookieHeader(by) },
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
const see = async (path: string, by?: Signed, headers = {}) => {
  const answer = await site.ask(path, { headers: { ...cookieHeader(by), ...headers } });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
type Seen = Awaited<ReturnType<typeof post>>;
const sentence = (reason: string) => t(`refused:${reason}` as "refused:not_found", { least: 12, most: 128 });
/** What an answer says, without what is new each time. */
const whole = ({ status, headers, text }: Seen) => ({
  status,
  text: text.replace(/nonce="[^"]*"|nonce\\?":\\?"[^"\\]*/g, ""),
  headers: [...headers].filter(
    ([name]) => !["x-request-id", "date", "content-security-policy"].includes(name),
  ),
});
const someone = async () => withPassword(world, keys, await aMember(world));

describe("without scripts", () => {
  test("signing in works, and a refusal keeps the address and forgets the password", async () => {
    const { email, secret } = await someone();
    const wrong = await post(paths.signIn("es"), { email, password: "otra lluvia 77", code: "123456" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(`value="${email}"`);
    expect(wrong.text).not.toContain("otra lluvia 77");
    expect(wrong.text).toContain(sentence("sign_in_refused").slice(0, 40));
    const right = { email, password, code: totpOf(secret), next: paths.mySessions("es") };
    const answer = await post(paths.signIn("es"), right);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, paths.mySessions("es")]);
  });

  test("signing in leads to no address that is not ours", async () => {
    for (const next of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
    ]) {
      const { email, secret } = await someone();
      const answer = await post(paths.signIn("es"), { email, password, code: totpOf(secret), next });
      expect(answer.headers.get("location"), next).toBe(paths.today("es"));
    }
  });

  test("a recovery code works, and a refusal keeps the address", async () => {
    const { email, codes } = await someone();
    const wrong = await post(paths.recovery("es"), { email, password, recoveryCode: "0000" });
    expect([wrong.status, wrong.text.includes(`value="${email}"`)]).toEqual([422, true]);
    const right = await post(paths.recovery("es"), { email, password, recoveryCode: codes[2] ?? "" });
    expect([right.status, right.headers.get("location")]).toEqual([302, paths.mySignIn("es")]);
  });

  test("an act that asks to confirm keeps what was typed, and goes on after it", async () => {
    const { member, secret } = await someone();
    const by = await aSession(world, member, { confirmedAt: new Date(Date.now() - 601_000) });
    const stopped = await post(paths.myTokens("es"), { name: "Cargador", scopes: "read", days: "30" }, by);
    expect(stopped.status).toBe(403);
    expect(stopped.text).toContain("Cargador");
    const interrupted = JSON.stringify({ action: paths.myTokens("es"), typed: [["name", "Cargador"]] });
    const wrong = await post(paths.confirm("es"), { password: "otra", code: "1", interrupted }, by);
    expect([wrong.status, wrong.text.includes("Cargador")]).toEqual([422, true]);
    const right = await post(paths.confirm("es"), { password, code: totpOf(secret), interrupted }, by);
    expect(right.status).toBe(200);
    expect(right.text).toContain('name="name" value="Cargador"');
    const made = await post(paths.myTokens("es"), { name: "Cargador", scopes: "read", days: "30" }, by);
    expect(made.text).toContain("ribera_");
    expect(made.headers.get("cache-control")).toContain("no-store");
  });

  test("a token's form keeps what was typed, and every token is revoked by one button", async () => {
    const { member } = await someone();
    const by = await aSession(world, member);
    const refused = await post(paths.myTokens("es"), { name: "Mi cargador", days: "90" }, by);
    expect([refused.status, refused.text.includes('value="Mi cargador"')]).toEqual([422, true]);
    const token = await aToken(world, member);
    expect((await see(paths.mySignIn("es"), by)).text).toContain(t("auth:own.toTokens"));
    expect((await post(paths.tokensRevocation("es"), {}, by)).status).toBe(302);
    expect((await see("/api/v1/advisories", undefined, { Authorization: `Bearer ${token}` })).status).toBe(
      401,
    );
    expect((await see(paths.mySignIn("es"), by)).text).not.toContain(t("auth:own.toTokens"));
  });

  test("a change that is refused says why, on a page of its own", async () => {
    const { member } = await someone();
    const by = await aSession(world, member);
    const last = await post(paths.passwordRemoval("es"), {}, by);
    expect([last.status, last.text.includes(sentence("last_way_in"))]).toEqual([422, true]);
    const unnamed = await post(paths.passkey("es", by.sessionId, "name"), { name: " " }, by);
    expect([unnamed.status, unnamed.text.includes(sentence("passkey_unnamed"))]).toEqual([422, true]);
    for (const path of [
      paths.passkey("es", by.sessionId, "removal"),
      paths.sessionEnd("es", member.memberId),
      paths.tokenRevocation("es", by.sessionId),
    ])
      expect((await post(path, {}, by)).status, path).toBe(404);
  });

  test("passkeys say clearly that they need scripts, and an empty answer is refused", async () => {
    expect((await see(paths.signIn("es"))).text).toContain(t("auth:passkey.needsScripts"));
    const { member } = await someone();
    const by = await aSession(world, member);
    expect((await see(paths.newPasskey("es"), by)).text).toContain(t("auth:passkey.needsScripts"));
    const refused = await post(paths.newPasskey("es"), { name: "Mi llave", passkey: "" }, by);
    expect([refused.status, refused.text.includes('value="Mi llave"')]).toEqual([422, true]);
  });

  test("an invitation is taken up with a password, and a refusal keeps name, language, zone and key", async () => {
    const { token } = await invited();
    const path = paths.invitation("es", token);
    const page = await see(path);
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    const totp = page.text.match(/name="totp" value="([^"]+)"/)?.[1] ?? "";
    const keyIn = (text: string) =>
      text.match(/<code[^>]*>([A-Z2-7 ]{30,})<\/code>/)?.[1]?.replaceAll(" ", "") ?? "";
    const key = keyIn(page.text);
    expect(key.length).toBeGreaterThan(20);
    const you = { name: "Inés Peña", language: "en", timeZone: "America/Tijuana", totp };
    const weak = await post(path, { ...you, password: "corta", code: totpOf(key) });
    expect(weak.status).toBe(422);
    expect(keyIn(weak.text)).toBe(key);
    for (const kept of ['value="Inés Peña"', sentence("password_short")]) expect(weak.text).toContain(kept);
    const answer = await post(path, {
      ...you,
      password: "lluvia teclado oriente 52 bisagra",
      code: totpOf(key),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith("ribera_session="))).toBe(true);
    expect(answer.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  });
});

let count = 0;
async function invited() {
  const organisation = await anOrganisation(world, { kind: "institution" });
  const by = await aMember(world, { organisation, roles: ["administrator"] });
  count += 1;
  const email = `nueva-${count}@secreta.example`;
  const given = { email, name: null, language: "es" as const, roles: ["analyst"] };
  const { id } = value(
    await inviteMember(world.db, { ...given, by, at: new Date(), key: keys("invitation") }),
  );
  return { id, by, email, token: invitationToken({ id, generation: 1, key: keys("invitation") }) };
}

describe("nobody learns", () => {
  test("whether an account exists: page, status and headers are the same, letter by letter", async () => {
    const { email } = await someone();
    const stranger = email.replace(/^./, "x");
    const asked = (path: string, fields: Record<string, string>) => async (address: string) => {
      const seen = whole(await post(path, { ...fields, email: address }));
      return { ...seen, text: seen.text.replaceAll(address, "ADDRESS") };
    };
    for (const ask of [
      asked(paths.signIn("es"), { password: "otra lluvia 78", code: "123456" }),
      asked(paths.recovery("es"), { password: "otra", recoveryCode: "0000-0000-0000-0000" }),
    ])
      expect(await ask(stranger)).toEqual(await ask(email));
  });

  test("anything from a link that is none: garbled, of elsewhere or replaced answer alike, a dead one names nobody", async () => {
    const replaced = await invited();
    await world.owner`update invitations set token_hash = ${randomBytes(32)} where id = ${replaced.id}`;
    const elsewhere = invitationToken({ id: replaced.id, generation: 1, key: randomBytes(32) });
    const links = ["x", "a".repeat(43), "..%2f..", elsewhere, replaced.token, "a".repeat(3000)];
    const pages = [];
    for (const link of links) {
      const seen = whole(await see(paths.invitation("es", link)));
      pages.push({
        ...seen,
        text: seen.text.replaceAll(encodeURIComponent(link), "T").replaceAll(link, "T"),
      });
    }
    expect(pages[0]?.status).toBe(404);
    for (const page of pages) expect(page.status).toBe(404);
    for (const page of pages.slice(0, -1)) expect(page.text.length).toBe(pages[0]?.text.length);

    const dead = await invited();
    value(await withdrawInvitation(world.db, { id: dead.id, by: dead.by, at: new Date() }));
    const page = await see(paths.invitation("es", dead.token));
    expect(page.status).toBe(410);
    for (const told of [dead.email, "secreta", dead.by.name, dead.by.organisation])
      expect(page.text).not.toContain(told);
    expect((await post(`${paths.invitation("es", dead.token)}/challenge`, {})).status).toBe(404);
  });

  test("what is behind the pages and operations of people and vetting, whoever asks", async () => {
    const { first, analyst, abroad } = await someOfficers(world);
    const bank = await aBank(world, "invited");
    const vetted = await aBank(world, "vetted");
    const suspended = await aBank(world, "vetted");
    const revoked = await aBank(world, "vetted");
    const sessions: Record<string, Signed | undefined> = { nobody: undefined };
    const asker = async (name: string, member: Member) => {
      sessions[name] = await aSession(world, member);
      return aToken(world, member);
    };
    const tokens: Record<string, string> = {
      applicant: await asker("applicant", bank.administrator),
      outsider: await asker("outsider", vetted.analyst),
      "other authority's analyst": await asker("other authority's analyst", analyst),
      "officer abroad": await asker("officer abroad", abroad),
      suspended: await asker("suspended", suspended.administrator),
      revoked: await asker("revoked", revoked.administrator),
      left: await asker("left", vetted.administrator),
    };
    await world.owner`update organisations set vetting = 'suspended' where id = ${suspended.id}`;
    await world.owner`update organisations set vetting = 'revoked' where id = ${revoked.id}`;
    await world.owner`update members set left_at = now() where id = ${vetted.administrator.memberId}`;
    const target = await aBank(world, "vetted", "2027-06-30");
    const secretNames = [target.administrator.name, target.analyst.name, first.name];
    const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";
    const pages = (id: string, person: string) => [
      paths.organisation("es", id),
      paths.organisationAct("es", id, "measures"),
      paths.personRoles("es", person),
      paths.personDeparture("es", person),
      paths.people("es"),
      paths.operations("es"),
      paths.audit("es"),
    ];
    const operations = (id: string, person: string) =>
      [
        `/organisations/${id}`,
        `/organisations/${id}/measures`,
        "/members",
        "/invitations",
        `/members/${person}/roles`,
      ].map((path) => `/api/v1${path}`);
    for (const [name, session] of Object.entries(sessions)) {
      const there = pages(target.id, target.analyst.memberId);
      const not = pages(nowhere, nowhere);
      for (const [i, path] of there.entries()) {
        const [a, b] = [await see(path, session), await see(not[i] ?? "", session)];
        // That an organisation takes part is told to the staff of every authority (vetting.policy).
        // The page of a refused proposal: opened without one it says nothing, of whatever organisation.
        if (path === there[1]) {
          expect(a.text.replaceAll(target.id, nowhere).length, `${name} ${path}`).toBe(b.text.length);
          continue;
        }
        if (path === there[0] && /authority|abroad/.test(name)) {
          expect(a.text, `${name} ${path}`).not.toContain(target.administrator.name);
          continue;
        }
        expect([302, 403, 404, 405], `${name} ${path}`).toContain(a.status);
        expect(a.status, `${name} ${path}`).toBe(b.status);
        for (const one of secretNames) expect(a.text, `${name} ${path}`).not.toContain(one);
      }
      const headers = tokens[name] ? { Authorization: `Bearer ${tokens[name]}` } : {};
      for (const path of operations(target.id, target.analyst.memberId)) {
        const answer = await see(path, undefined, headers);
        for (const one of secretNames) expect(answer.text, `${name} ${path}`).not.toContain(one);
        if (/nobody|suspended|revoked|left|applicant/.test(name))
          expect(answer.status, `${name} ${path}`).toBeGreaterThanOrEqual(400);
      }
    }
    for (const out of ["suspended", "revoked", "left"]) {
      const answer = await see(paths.today("es"), sessions[out]);
      expect([out, answer.status, answer.headers.get("location")?.startsWith(paths.signIn("es"))]).toEqual([
        out,
        302,
        true,
      ]);
    }
  });
});
