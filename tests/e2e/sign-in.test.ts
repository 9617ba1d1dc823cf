import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "~/domain/advisories/advisory.form";
import { openSecretKeys, type SecretKeys } from "~/domain/auth/secret-key.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import type { Member } from "~/domain/members/viewer";
import { i18nOf } from "~/i18n/i18n.server";
import { languages } from "~/i18n/language";
import { paths } from "~/paths";
import { violationsIn } from "../support/axe";
import { aVisit, chromiumPath, open, patience, type Visit, withDevice } from "../support/browser";
import { aMember, anOrganisation } from "../support/people";
import { totpOf } from "../support/totp";
import { freshDatabase, type World } from "../support/world";

const secret = randomBytes(32).toString("base64");
const widths = [1280, 320];
const { t } = i18nOf("es");

let world: World;
let visit: Visit;
let keys: SecretKeys;
let administrator: Member;

beforeAll(async () => {
  if (!chromiumPath) return;
  world = await freshDatabase();
  keys = await openSecretKeys({ dataDir: "", secret });
  const bank = await anOrganisation(world, { kind: "institution", shortName: "Banco de Prueba" });
  administrator = await aMember(world, { organisation: bank, roles: ["administrator"] });
  visit = await aVisit({
    database: world,
    environment: { RIBERA_DEMO: "0", RIBERA_SECRET_KEY: secret },
  });
}, 400_000);

afterAll(async () => {
  await visit?.close();
  await world?.close();
});

let invited = 0;
async function invite(language: Language = "es") {
  invited += 1;
  const email = `persona.nueva${invited}@banco.example`;
  const outcome = await inviteMember(world.db, {
    email,
    name: null,
    language,
    roles: ["analyst"],
    by: administrator,
    at: new Date(),
    key: keys("invitation"),
  });
  if (!outcome.ok) throw new Error(outcome.reason);
  const token = invitationToken({ id: outcome.value.id, generation: 1, key: keys("invitation") });
  return { email, token };
}

const go = (page: Page, path: string) => open(page, visit.origin + path);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const codesShown = (page: Page) => page.locator(".recovery-codes code").allTextContents();

async function joinByPasskey(page: Page, token: string) {
  await go(page, paths.invitation("es", token));
  const form = page.locator("section.way-in form");
  await form.getByLabel(t("auth:join.name")).fill("Ana Lucía Ortega");
  await press(page, t("auth:join.byPasskey"));
  await heading(page, t("auth:join.welcome"));
  // What takes the form's place is read from its beginning.
  await expect
    .poll(() => page.evaluate(() => [document.activeElement?.tagName, window.scrollY]), patience)
    .toEqual(["H1", 0]);
  return codesShown(page);
}

/** The words of what has the keyboard. */
const cursorIn = (page: Page) =>
  page.evaluate(() =>
    document.activeElement === document.body ? "nothing" : (document.activeElement?.textContent ?? ""),
  );

async function signOut(page: Page) {
  await go(page, paths.signIn("es"));
  await page
    .locator("main")
    .getByRole("button", { name: t("auth:signOut") })
    .click();
  await page.waitForURL(visit.origin + paths.home("es"));
}

/** As if eleven minutes had passed since the member last proved who they are. */
const forgetConfirmation = () =>
  world.owner`update sessions set confirmed_at = now() - interval '11 minutes'`;

describe.skipIf(!chromiumPath)("whoever is invited", () => {
  test("joins with a passkey, signs in without typing a name, confirms, adds a second passkey and removes the first", async () => {
    const page = await visit.as(null);
    const device = await withDevice(page);
    const { token } = await invite();
    const codes = await joinByPasskey(page, token);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);

    await signOut(page);
    await go(page, paths.signIn("es", paths.mySignIn("es")));
    await press(page, t("auth:usePasskey"));
    await page.waitForURL(visit.origin + paths.mySignIn("es"));

    await forgetConfirmation();
    await page.getByRole("link", { name: t("auth:own.addPasskey") }).click();
    await heading(page, t("auth:confirm.title"));
    await press(page, t("auth:confirm.byPasskey"));
    await heading(page, t("auth:newPasskey.title"));

    await device.addAnother();
    await page.getByLabel(t("auth:own.nameOf")).fill("Llave del cajón");
    await press(page, t("auth:newPasskey.make"));
    await heading(page, t("auth:own.title"));
    await expect.poll(() => page.locator("main tbody tr").count(), patience).toBe(2);

    await device.remove();
    await forgetConfirmation();
    const first = page.locator("main tbody tr").filter({ hasNotText: "Llave del cajón" });
    await first.getByRole("button", { name: /^Quitar/ }).click();
    await heading(page, t("auth:confirm.title"));
    await press(page, t("auth:confirm.byPasskey"));
    await heading(page, t("auth:own.title"));
    await expect
      .poll(() => page.locator("main tbody tr").allTextContents(), patience)
      .toEqual([expect.stringContaining("Llave del cajón")]);
    await page
      .locator("main tbody")
      .getByRole("button", { name: /^Quitar/ })
      .click();
    await page.getByText(t("refused:last_way_in")).waitFor();
  }, 240_000);

  test("joins with a password and the codes of an authenticator, and no code works twice", async () => {
    const page = await visit.as(null);
    const { token, email } = await invite();
    await go(page, paths.invitation("es", token));
    await page.locator("details.way-in summary").click();
    const form = page.locator("details.way-in form");
    await form.getByLabel(t("auth:join.name")).fill("Julián Paz");
    await form.getByLabel(t("auth:setPassword.password")).fill("contraseña123");
    const key = (await page.locator(".totp-setup code").textContent())?.replaceAll(" ", "") ?? "";
    await form.getByLabel(t("auth:setPassword.code")).fill(totpOf(key));
    await press(page, t("auth:join.byPassword"));
    await page.getByText(t("refused:password_guessable")).waitFor();
    expect((await page.locator(".totp-setup code").textContent())?.replaceAll(" ", "")).toBe(key);

    const password = "lluvia teclado oriente 47 bisagra";
    await form.getByLabel(t("auth:setPassword.password")).fill(password);
    const used = totpOf(key);
    await form.getByLabel(t("auth:setPassword.code")).fill(used);
    await press(page, t("auth:join.byPassword"));
    await heading(page, t("auth:join.welcome"));
    const codes = await codesShown(page);
    await signOut(page);

    const signIn = async (code: string) => {
      await go(page, paths.signIn("es"));
      await page.getByLabel(t("auth:email")).fill(email);
      await page.getByLabel(t("auth:password"), { exact: true }).fill(password);
      await page.getByLabel(t("auth:code")).fill(code);
      await page
        .locator("main")
        .getByRole("button", { name: t("auth:signIn"), exact: true })
        .click();
    };
    // The code with which it was set up is used, however long ago; the next one is not.
    await signIn(used);
    await page.getByText(t("refused:sign_in_refused")).waitFor();
    const next = totpOf(key, new Date(Date.now() + 30_000));
    await signIn(next);
    await page.waitForURL(visit.origin + paths.today("es"));
    await signOut(page);
    await signIn(next);
    await page.getByText(t("refused:sign_in_refused")).waitFor();

    const recover = async () => {
      await go(page, paths.recovery("es"));
      await page.getByLabel(t("auth:email")).fill(email);
      await page.getByLabel(t("auth:recovery.code")).fill(codes[0]?.toLowerCase() ?? "");
      await page.getByLabel(t("auth:recovery.password")).fill(password);
      await press(page, t("auth:recovery.submit"));
    };
    await recover();
    await heading(page, t("auth:own.title"));
    await page.getByText(t("auth:own.codesLeft", { count: 9 })).waitFor();
    await signOut(page);
    await recover();
    await page.getByText(t("refused:recovery_refused")).waitFor();
  }, 240_000);

  test("reads on a link that was used what became of it", async () => {
    const page = await visit.as(null);
    await withDevice(page);
    const { token } = await invite();
    await joinByPasskey(page, token);
    expect(await go(page, paths.invitation("es", token))).toBe(410);
    await page.getByText(t("refused:invitation_accepted")).waitFor();
    expect(await go(page, paths.invitation("es", "ninguna"))).toBe(404);
  }, 240_000);

  test("loses nothing typed when an act asks to confirm who they are", async () => {
    const page = await visit.as(null);
    await withDevice(page);
    await joinByPasskey(page, (await invite()).token);
    await go(page, paths.myTokens("es"));
    await page.getByRole("textbox", { name: t("auth:tokens.name") }).fill("Cargador de alertas");
    await page.getByLabel(t("auth:tokens.scope.fillAnswers")).check();
    await forgetConfirmation();
    await press(page, t("auth:tokens.make"));
    await heading(page, t("auth:confirm.title"));
    await expect.poll(() => cursorIn(page), patience).toBe(t("auth:confirm.title"));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violationsIn(page)).toEqual([]);
    }
    await press(page, t("auth:confirm.byPasskey"));
    await page.getByText(t("auth:tokens.made")).waitFor();
    const token = (await page.locator("code.token").textContent()) ?? "";
    const listed = page.locator("main tbody tr", { hasText: "Cargador de alertas" });
    await listed.getByText(`${t("auth:tokens.scope.read")}, ${t("auth:tokens.scope.fillAnswers")}`).waitFor();

    const asToken = { headers: { authorization: `Bearer ${token}` } };
    expect((await fetch(`${visit.origin}/api/v1/advisories`, asToken)).status).toBe(200);
    await listed.getByRole("button", { name: /^Revocar/ }).click();
    await listed.getByText(t("auth:tokens.revoked")).waitFor();
    // The button is gone with what it ended: the cursor is where that stands now, and it is said.
    await expect.poll(() => cursorIn(page), patience).toContain("Cargador de alertas");
    await page.getByText(t("auth:tokens.revokedNamed", { name: "Cargador de alertas" })).waitFor();
    expect((await fetch(`${visit.origin}/api/v1/advisories`, asToken)).status).toBe(401);
  }, 240_000);

  test("finds every page of signing in usable by everybody, in both languages, wide and narrow", async () => {
    const page = await visit.as(null);
    await withDevice(page);
    const open = (await invite()).token;
    const wrongs: string[] = [];
    const look = async (at: (lang: Language) => string) => {
      for (const lang of languages) {
        await go(page, at(lang));
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          for (const summary of await page.locator("main details > summary").all()) await summary.click();
          const beyond = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (beyond > 0) wrongs.push(`${at(lang)} ${width}: ${beyond} px too wide`);
          for (const wrong of await violationsIn(page)) wrongs.push(`${at(lang)} ${width}: ${wrong}`);
          for (const summary of await page.locator("main details > summary").all()) await summary.click();
          if (process.env.SCREENSHOTS)
            await page.screenshot({
              path: `${process.env.SCREENSHOTS}/${at(lang).replaceAll("/", "_").slice(0, 40)}-${width}.png`,
              fullPage: true,
            });
        }
      }
    };
    await look((lang) => paths.signIn(lang));
    await look((lang) => paths.recovery(lang));
    await look((lang) => paths.invitation(lang, open));
    await joinByPasskey(page, (await invite()).token);
    for (const at of [
      paths.mySignIn,
      paths.newPasskey,
      paths.myPassword,
      paths.myRecoveryCodes,
      paths.mySessions,
      paths.myTokens,
      paths.myCalendar,
    ])
      await look(at);
    await look((lang) => paths.confirm(lang));
    // What is sent as no form can be read is answered by a page that needs nothing of ours.
    for (const [lang, width] of [
      ["es", 320],
      ["en", 1280],
    ] as const) {
      await go(page, paths.mySessions(lang));
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((action) => {
        const form = Object.assign(document.createElement("form"), { method: "post", action });
        form.enctype = "text/plain";
        form.append(Object.assign(document.createElement("input"), { name: "a", value: "b" }));
        document.body.append(form);
        form.submit();
      }, paths.signOut(lang));
      await heading(page, i18nOf(lang).t("errors:status.415"));
      for (const wrong of await violationsIn(page)) wrongs.push(`415 ${lang} ${width}: ${wrong}`);
    }
    expect(wrongs).toEqual([]);
    expect(visit.complaints).toEqual([]);
  }, 240_000);
});
