import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "~/domain/advisories/advisory.form";
import type { LocalMail } from "~/domain/digests/local-mail.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { organisationIdOf } from "~db/demo/organisations";
import { demoPeople } from "~db/demo/people";
import { violationsIn } from "../support/axe";
import { aVisit, chromiumPath, open, patience, type Visit, withDevice } from "../support/browser";
import { demoDatabase } from "../support/demo";
import { totpOf } from "../support/totp";
import type { World } from "../support/world";

// An organisation comes in, from the invitation to the day on which one of its people leaves: the institution in Spanish, the
// colleague whom it invites in English. Everything by pages and by the mail that they send.

const { t } = i18nOf("es");
const { t: en } = i18nOf("en");
const administrator = "ines.robledo@banco-alcaravan.example";
const colleague = "sam.ortiz@banco-alcaravan.example";
const officerAddress = demoPeople.find(({ key }) => key === "cnbv-officer-2")?.email ?? "";
const reasons = [
  "Cotejé el registro del supervisor: denominación y claves coinciden.",
  "Hablé con su oficial de cumplimiento; el fundamento está vigente.",
];
const facts = {
  lei: "DEMO00BRAVO000000146",
  bic: "ZBRVMXM0",
  note: "Nos urge participar en la mesa de combustible.",
};

let world: World;
let visit: Visit;
beforeAll(async () => {
  if (!chromiumPath) return;
  world = await demoDatabase();
  visit = await aVisit({ database: world });
}, 400_000);
afterAll(async () => {
  await visit?.close();
  await world?.close();
});

const go = (page: Page, path: string) => open(page, visit.origin + path);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

const mailTo = async (address: string): Promise<LocalMail[]> => {
  const answer = await fetch(visit.origin + paths.demoMailboxJson());
  const { items }: { items: LocalMail[] } = await answer.json();
  return items.filter(({ to }) => to === address);
};

/** The mail of this kind to this address once it has come, which says what it should in the language of its reader. */
async function mail(address: string, kind: string, language: Language) {
  const found = async () => (await mailTo(address)).filter((one) => one.kind === kind);
  await expect.poll(async () => (await found()).length, patience).toBe(1);
  const [one] = await found();
  if (!one) throw new Error("the mail was there a moment ago");
  expect(one.language).toBe(language);
  expect(one.text).toContain(language === "es" ? "Recibe este mensaje porque" : "You received this because");
  expect(one.text).not.toMatch(/<\w|&\w+;/);
  // What the subject says is read by every server on the way.
  expect(one.subject).not.toMatch(/Alcaraván|Robledo|Ortiz|verificada|vetted|https?:/);
  const said = one.html + one.text + one.subject;
  for (const secret of [...reasons, ...Object.values(facts)]) expect(said).not.toContain(secret);
  return { ...one, link: one.text.match(/https?:\/\/\S+\/invitations\/\S+/)?.[0] ?? "" };
}

/** What a scanner of mail does with a link; it takes nothing from whom it was meant for. */
async function scan(link: string) {
  for (const method of ["GET", "HEAD", "GET"]) expect((await fetch(link, { method })).status).toBe(200);
}

describe.skipIf(!chromiumPath)("an organisation", () => {
  test("is invited, applies, is vetted by two, invites a colleague, and loses one", async () => {
    // An officer invites it.
    const officer = await visit.as("cnbv-officer");
    await go(officer, paths.organisationInvitation("es"));
    await officer.getByLabel(t("vetting:one.nameEs")).fill("Banco Alcaraván, S.A.");
    await officer.getByLabel(t("vetting:one.nameEn")).fill("Alcaravan Bank");
    await officer.getByLabel(t("vetting:invite.shortName")).fill("Alcaraván");
    await officer.getByLabel(t("vetting:invite.contact")).fill("Inés Robledo");
    await officer.getByLabel(t("vetting:invite.email")).fill(administrator);
    await press(officer, t("vetting:invite.send"));
    await heading(officer, "Banco Alcaraván, S.A.");
    const organisation = new URL(officer.url()).pathname;
    const { link } = await mail(administrator, "organisation-invited", "es");

    // Its contact follows the link and comes in with a passkey; the link then works no more.
    await scan(link);
    const page = await visit.as(null);
    await withDevice(page);
    await open(page, link);
    await heading(page, t("auth:join.title", { organisation: "Banco Alcaraván, S.A." }));
    await press(page, t("auth:join.byPasskey"));
    await heading(page, t("auth:join.welcome"));
    const codes = await page.locator(".recovery-codes code").allTextContents();
    expect(new Set(codes).size).toBe(10);
    expect((await fetch(link)).status).toBe(410);
    await go(page, paths.mySignIn("es"));
    expect(await page.locator("main").textContent()).not.toContain(codes[0]);

    // Nobody of it sees anything yet: every way leads to the application.
    await go(page, paths.today("es"));
    expect(page.url()).toBe(visit.origin + paths.application("es"));
    const field = (name: string) => page.locator(`main [name="${name}"]`);
    await field("sector").selectOption("bank");
    await field("sizeBand").selectOption("medium");
    await field("lei").fill("DEMO00BRAVO000000147");
    await field("bic").fill("ZBRVXXM0");
    await field("recordedGround").fill("Art. 115 de la Ley de Instituciones de Crédito.");
    await field("recordedGroundOn").fill("2026-01-15");
    await field("note").fill(facts.note);
    await press(page, t("vetting:application.send"));
    for (const [name, sentence] of [
      ["lei", t("refused:lei_wrong")],
      ["bic", t("refused:bic_wrong")],
    ] as const) {
      await page.locator(`#${name}-error`).waitFor();
      expect(await page.locator(`#${name}-error`).textContent()).toBe(sentence);
      expect(await field(name).getAttribute("aria-describedby")).toContain(`${name}-error`);
    }
    expect(await field("note").inputValue()).toBe(facts.note);
    expect(await field("lei").inputValue()).toBe("DEMO00BRAVO000000147");
    expect(await field("recordedGroundOn").inputValue()).toBe("2026-01-15");
    const told = async () =>
      (await mailTo(officerAddress)).filter(({ kind }) => kind === "organisation-applied").length;
    const before = await told();
    await field("lei").fill(facts.lei);
    await field("bic").fill(facts.bic);
    await press(page, t("vetting:application.send"));
    await page.getByText(t("vetting:state.applied"), { exact: true }).waitFor();

    await expect.poll(told, patience).toBe(before + 1);

    // Two officers, each with a reason; the first has no second word.
    await go(officer, paths.today("es"));
    await officer.getByRole("link", { name: "Alcaraván", exact: true }).click();
    const approval = (by: Page) => by.getByRole("form", { name: t("vetting:one.approve"), exact: true });
    const applicationId = await approval(officer).locator('[name="applicationId"]').inputValue();
    await approval(officer)
      .getByLabel(t("vetting:one.reason"))
      .fill(reasons[0] ?? "");
    await press(officer, t("vetting:one.approve"));
    await officer.getByText(t("vetting:one.ownGiven")).waitFor();
    expect(await approval(officer).count()).toBe(0);
    // The form is gone: the keyboard goes on where the approval now stands, and it is said that it was given.
    await expect
      .poll(() => officer.evaluate(() => document.activeElement?.textContent), patience)
      .toBe(t("vetting:one.application"));
    await officer.getByText(t("vetting:one.approvalGiven"), { exact: true }).waitFor();
    const again = await officer.request.post(`${visit.origin}${organisation}/approval`, {
      form: { applicationId, reason: reasons[1] ?? "" },
      headers: { origin: visit.origin },
    });
    expect([again.status(), await again.text()]).toEqual([
      422,
      expect.stringContaining(t("refused:already_decided")),
    ]);
    const second = await visit.as("cnbv-officer-2");
    await go(second, organisation);
    await approval(second)
      .getByLabel(t("vetting:one.reason"))
      .fill(reasons[1] ?? "");
    await press(second, t("vetting:one.approveSecond"));
    await second.getByText(t("vetting:state.vetted"), { exact: true }).first().waitFor();
    await mail(administrator, "organisation-vetted", "es");

    // The rooms are open; the administrator asks a colleague in, in English.
    await go(page, paths.today("es"));
    await heading(page, t("today:title"));
    await go(page, paths.newInvitation("es"));
    await page.getByLabel(t("people:form.email")).fill(colleague);
    await page.getByLabel(t("people:organisationLanguage.en")).check();
    await page.getByLabel(t("people:role.analyst.name")).check();
    await press(page, t("people:form.send"));
    await page.getByRole("rowheader", { name: colleague }).waitFor();
    const invitation = await mail(colleague, "member-invited", "en");

    // Who comes in with a password and the codes of an authenticator.
    await scan(invitation.link);
    const guest = await visit.as(null);
    await open(guest, invitation.link);
    await heading(guest, en("auth:join.title", { organisation: "Alcaravan Bank" }));
    await guest.locator("details.way-in summary").click();
    const form = guest.locator("details.way-in form");
    const password = "rain keyboard orient 47 hinge";
    await form.getByLabel(en("auth:join.name")).fill("Sam Ortiz");
    await form.getByLabel(en("auth:setPassword.password")).fill(password);
    const key = (await guest.locator(".totp-setup code").textContent())?.replaceAll(" ", "") ?? "";
    await form.getByLabel(en("auth:setPassword.code")).fill(totpOf(key));
    await press(guest, en("auth:join.byPassword"));
    await heading(guest, en("auth:join.welcome"));
    expect((await fetch(invitation.link)).status).toBe(410);
    await mail(administrator, "invitation-accepted", "es");

    // A role that is given counts at the next request.
    const peoplePage = () => guest.request.get(visit.origin + paths.people("en"), { maxRedirects: 0 });
    expect((await peoplePage()).status()).toBe(403);
    await go(page, paths.people("es"));
    await page.getByRole("link", { name: t("people:changeRolesOf", { name: "Sam Ortiz" }) }).click();
    await page.getByLabel(t("people:role.administrator.name")).check();
    await press(page, t("people:rolesPage.save"));
    await page.waitForURL(visit.origin + paths.people("es"));
    expect((await peoplePage()).status()).toBe(200);
    await mail(colleague, "roles-changed", "en");

    // And who leaves is out at the next request, by page, by program and by the door.
    await go(guest, paths.myTokens("en"));
    await guest.getByRole("textbox", { name: en("auth:tokens.name") }).fill("Loader");
    await press(guest, en("auth:tokens.make"));
    const token = (await guest.locator("code.token").textContent()) ?? "";
    await mail(colleague, "token-issued", "en");
    const program = () =>
      fetch(visit.origin + paths.api("/members"), { headers: { authorization: `Bearer ${token}` } });
    expect((await program()).status).toBe(200);
    await go(guest, paths.myDeparture("en"));
    await press(guest, en("me:departure.do", { organisation: "Alcaraván" }));
    await guest.waitForURL(visit.origin + paths.home("en"));
    expect([(await program()).status, (await peoplePage()).status()]).toEqual([401, 302]);
    await go(guest, paths.signIn("en"));
    await guest.getByLabel(en("auth:email")).fill(colleague);
    await guest.getByLabel(en("auth:password"), { exact: true }).fill(password);
    await guest.getByLabel(en("auth:code")).fill(totpOf(key, new Date(Date.now() + 30_000)));
    await guest
      .locator("main")
      .getByRole("button", { name: en("auth:signIn"), exact: true })
      .click();
    await guest.getByText(en("refused:sign_in_refused")).waitFor();
    await mail(colleague, "member-left", "en");

    const sent = async (address: string) => (await mailTo(address)).map(({ kind }) => kind).sort();
    expect(await sent(colleague)).toEqual(["member-invited", "member-left", "roles-changed", "token-issued"]);
    expect(await sent(administrator)).toEqual([
      "invitation-accepted",
      "organisation-invited",
      "organisation-vetted",
    ]);
    expect(visit.complaints).toEqual([]);
  }, 240_000);

  test.each([
    { lang: "es", house: "banco-meseta" },
    { lang: "en", house: "lone-pine-trust" },
  ] as const)(
    "applies by the keyboard alone on a narrow screen, and loses nothing to a closed page or an ended session ($lang)",
    async ({ lang, house }) => {
      const { t: say } = i18nOf(lang);
      const [bank, persona] = [organisationIdOf(house), `${house}-administrator`];
      await world.owner`
        update organisations set vetted_until = (now() + interval '30 days')::date, recorded_ground = null,
          recorded_ground_on = null, registered_314b_on = null, registered_314b_until = null
        where id = ${bank}`;
      const note = lang === "es" ? "Cambió nuestra denominación." : "Our name has changed.";
      let page = await visit.as(persona, { width: 320 });
      const context = page.context();
      const typed = (name: string) => page.locator(`main [name="${name}"]`);
      const sendAgain = () =>
        page.getByRole("button", { name: say("vetting:application.sendAgain"), exact: true });

      const focused = () =>
        page.evaluate(() => {
          const { activeElement: at } = document;
          if (!(at instanceof HTMLElement)) return { name: "", seen: true };
          const { left, right, top, bottom } = at.getBoundingClientRect();
          const seen = left >= 0 && right <= window.innerWidth && top < window.innerHeight && bottom > 0;
          const name = at.getAttribute("name") ?? at.getAttribute("type") ?? at.className;
          return { name, seen };
        });
      async function tabTo(name: string) {
        for (let press = 0; press < 120; press += 1) {
          await page.keyboard.press("Tab");
          const { name: here, seen } = await focused();
          expect(seen, here).toBe(true);
          if (here === name) return;
        }
        throw new Error(`the keyboard never comes to ${name}`);
      }
      async function write(name: string, text: string) {
        await tabTo(name);
        await page.keyboard.press("Control+A");
        await page.keyboard.type(text);
      }
      async function send() {
        await tabTo("submit");
        await page.keyboard.press("Enter");
      }

      await go(page, paths.application(lang));
      await write("lei", "DEMO00BRAVO000000147");
      await write("note", note);
      await send();
      await expect.poll(async () => (await focused()).name, patience).toBe("wrongs");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await focused()).name, patience).toBe("lei");

      await page.close();
      page = await context.newPage();
      page.setDefaultTimeout(patience.timeout);
      await go(page, paths.application(lang));
      await page.getByRole("button", { name: say("vetting:application.keptGiveUp") }).waitFor();
      expect(await typed("lei").inputValue()).toBe("DEMO00BRAVO000000147");
      expect(await typed("note").inputValue()).toBe(note);
      expect(await violationsIn(page)).toEqual([]);

      await write("lei", facts.lei);
      await world.owner`delete from sessions where member_id = ${demoPeople.find(({ key }) => key === persona)?.id ?? ""}`;
      await send();
      await page.waitForURL(/\/sign-in/);
      const { origin } = visit;
      await page.request.post(origin + paths.demoSession(), { form: { persona }, headers: { origin } });
      await go(page, paths.application(lang));
      await expect.poll(() => typed("lei").inputValue(), patience).toBe(facts.lei);
      expect(await typed("note").inputValue()).toBe(note);
      await tabTo("note");
      await send();
      await sendAgain().waitFor();
      await expect.poll(() => page.evaluate(() => localStorage.length), patience).toBe(0);
      const [row] = await world.owner<{ note: string }[]>`
        select facts ->> 'note' as note from applications where organisation_id = ${bank} and closed_at is null`;
      expect(row?.note).toBe(note);
      await context.close();
      expect(visit.complaints).toEqual([]);
    },
    240_000,
  );
});
