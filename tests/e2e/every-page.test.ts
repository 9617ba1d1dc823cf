import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "~/domain/advisories/advisory.form";
import { i18nOf } from "~/i18n/i18n.server";
import { languages, localeOf } from "~/i18n/language";
import { paths } from "~/paths";
import { organisationIdOf } from "~db/demo/organisations";
import { demoPeople } from "~db/demo/people";
import { demoReceipt, demoRoundId } from "~db/demo/rounds/demo-rounds";
import { projectFolder } from "~db/project-folder.server";
import { violationsIn } from "../support/axe";
import { aVisit, chromiumPath, open as openAt, patience, type Visit } from "../support/browser";
import { demoDatabase } from "../support/demo";
import type { World } from "../support/world";

const widths = [1280, 320];
const contrast = "color-contrast";
const advisory = "FIN-2025-A014";
const draftNumber = "FIN-2026-A017";

let world: World;
let visit: Visit;
let draftId = "";
let invitedId = "";
/** A theme whose reply waits for the second officer, and a question whose answer does. */
let themeId = "";
let questionId = "";
/** The demo's session, which is going on. */
let roomId = "";
/** What pages asked of other machines than ours. */
const strayed: string[] = [];
const windows = new Map<string | null, Promise<Page>>();

/** One window per persona for the whole file. */
function windowOf(persona: string | null) {
  const known = windows.get(persona);
  if (known) return known;
  const opened = visit.as(persona).then((page) => {
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:/.test(url.protocol) && url.origin !== visit.origin) strayed.push(url.href);
    });
    return page;
  });
  windows.set(persona, opened);
  return opened;
}

const open = (page: Page, path: string) => openAt(page, visit.origin + path);

async function withoutScripts(persona: string | null) {
  const { browser, state } = await visit.as(persona).then(async (page) => ({
    browser: page.context().browser(),
    state: await page.context().storageState(),
  }));
  if (!browser) throw new Error("the browser is gone");
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: state });
  return context.newPage();
}

/** What reaches beyond the right edge, when the page as a whole does. */
const overflowIn = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = beyond.slice(-3).map(({ tagName, className }) => `${tagName}.${className}`);
    return [`${scrollWidth - clientWidth} px too wide: ${names.join(", ")}`];
  });

/** Dark is another set of colours on the same page: what they could break is contrast. */
async function faintInTheDark(page: Page) {
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const faint = await violationsIn(page, { only: [contrast] });
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return faint.map((line) => `in the dark: ${line}`);
}

/** Links to a place on the page itself that is not there. */
const deadAnchorsIn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("a[href*='#']")]
      .filter((link) => link instanceof HTMLAnchorElement && link.pathname === window.location.pathname)
      // With another question the same address is another page: another item of a session.
      .filter(
        (link) => link instanceof HTMLAnchorElement && ["", window.location.search].includes(link.search),
      )
      .map((link) => decodeURIComponent(link.getAttribute("href")?.split("#")[1] ?? ""))
      .filter((id) => id !== "" && !document.getElementById(id))
      .map((id) => `a link to #${id}, which is not there`),
  );

type Shown = { name: string; as?: string; status?: number; at: (lang: Language) => string };

/** Pages of which there is none in the demo, or that another test looks at; each by its route. */
const lookedAtElsewhere: Record<string, string> = {
  "$lang.confirm": "sign-in",
  "$lang.sign-in_.recovery": "sign-in",
  "$lang.invitations.$token": "joining",
  "$lang.me_.passkeys.new": "sign-in",
  "$lang.me_.password": "sign-in",
  "$lang.me_.recovery-codes": "sign-in",
  "$lang.me_.sessions": "sign-in",
  "$lang.me_.sign-in": "sign-in",
  "$lang.me_.tokens": "sign-in",
  "$lang.desk.advisories.$number.amendment": "advisory-life",
  "$lang.desk.advisories.$number.supersession": "desk-paths",
  "$lang.desk.advisories.$number.withdrawal": "advisory-life",
  "$lang.rounds.$id.answers": "round-sheet",
  "$lang.summaries.$id._index": "room-life",
};
/** Pages with one question on them, or a list that another page has whole: made of what is looked at here. */
const madeOfTheSame = [
  "$lang.adoption.mine",
  "$lang.questions.new",
  "$lang.people.invitations.$id.sending",
  "$lang.people.invitations.$id.withdrawal",
  "$lang.operations_.digests.$date.cancellation",
  "$lang.operations_.digests.$date.pause",
  "$lang.operations_.digests.$date.resumption",
  "$lang.operations_.letters.$id.sending",
  "$lang.operations_.letters.$id.setting-aside",
  "demo.mailbox.$id._index",
];

/** The routes that have a page of their own, and what matches an address of each in Spanish. */
function routesWithPages() {
  const folder = join(projectFolder(), "app/routes");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tsx"))
    .filter((file) => readFileSync(join(folder, file), "utf8").includes("export const handle"))
    .map((file) => {
      const route = file.replace(/\.tsx$/, "");
      const steps = route.split(".").filter((step) => step !== "_index");
      const pattern = steps.map((step) => {
        if (step === "$lang") return "es";
        return step.startsWith("$") ? "[^/]+" : step.replace(/_$/, "");
      });
      return { route, address: new RegExp(`^/${pattern.join("/")}/?$`) };
    });
}

const personaId = (key: string) => demoPeople.find((one) => one.key === key)?.id ?? "";

const pages: Shown[] = [
  { name: "home", at: paths.home },
  { name: "the list of advisories", at: (lang) => paths.advisories(lang) },
  { name: "a search that finds", at: (lang) => paths.search(lang, "lavado") },
  { name: "a search that finds nothing", at: (lang) => paths.search(lang, "xilófono") },
  { name: "a search of nothing but punctuation", status: 422, at: (lang) => paths.search(lang, "¿?") },
  { name: "an advisory", at: (lang) => paths.advisory(lang, "UIF-2026-AV-002") },
  { name: "a withdrawn advisory", at: (lang) => paths.advisory(lang, "CNBV-2025-A-005") },
  { name: "an enforcement lesson", at: (lang) => paths.advisory(lang, "FIN-2026-EL001") },
  { name: "a statement", at: (lang) => paths.advisory(lang, "UIF-2026-DE-005") },
  { name: "an old version", at: (lang) => paths.version(lang, advisory, 1) },
  { name: "what changed", at: (lang) => paths.changes(lang, advisory, 1, 3) },
  { name: "the history of a red flag", at: (lang) => paths.redFlagHistory(lang, advisory, 4) },
  { name: "the typologies", at: paths.typologies },
  { name: "a page that is not there", status: 404, at: (lang) => paths.advisory(lang, "FIN-1999-A001") },
  { name: "a receipt to open", at: (lang) => paths.receipts(lang) },
  { name: "signing in", at: (lang) => paths.signIn(lang) },
  { name: "the door of the demo", at: () => paths.demo() },
  { name: "today", as: "fincen-analyst", at: paths.today },
  { name: "the desk", as: "fincen-analyst", at: paths.desk },
  { name: "a new draft", as: "fincen-analyst", at: paths.newDraft },
  { name: "a draft", as: "fincen-analyst", at: (lang) => paths.draft(lang, draftId) },
  {
    name: "the preview of a draft",
    as: "fincen-analyst",
    at: (lang) => paths.draftPart(lang, draftId, "preview"),
  },
  {
    name: "publishing a draft",
    as: "fincen-publisher",
    at: (lang) => paths.draftPart(lang, draftId, "publication"),
  },
  { name: "early signals", as: "fincen-analyst", at: paths.signals },
  { name: "the catalogue's desk", as: "fincen-analyst", at: paths.deskTypologies },
  { name: "a new typology", as: "fincen-analyst", at: paths.newTypology },
  {
    name: "a typology's entry",
    as: "fincen-analyst",
    at: (lang) => paths.deskTypology(lang, "fuel-smuggling"),
  },
  { name: "the series of numbers", as: "fincen-officer", at: paths.deskNumbering },
  { name: "the settings of the desk", as: "fincen-officer", at: paths.deskSettings },
  { name: "the organisations", as: "cnbv-officer-2", at: paths.organisations },
  {
    name: "an organisation",
    as: "fincen-officer",
    at: (lang) => paths.organisation(lang, organisationIdOf("lone-pine-trust")),
  },
  {
    name: "an organisation that nobody has joined, whose contact may be another",
    as: "cnbv-officer",
    at: (lang) => paths.organisation(lang, invitedId),
  },
  { name: "what waits for an officer", as: "cnbv-officer", at: paths.today },
  { name: "which mail a member wants", as: "rio-grande-bank-officer", at: paths.myNotices },
  { name: "the address in a mail that stops it", as: "fincen-officer", at: () => paths.unsubscribe("x.y") },
  { name: "a calendar with dates in it", as: "cnbv-officer", at: paths.myCalendar },
  { name: "the addresses of one's feeds", as: "rio-grande-bank-officer", at: paths.myFeeds },
  { name: "an organisation to invite", as: "fincen-officer", at: paths.organisationInvitation },
  { name: "how long vetting lasts", as: "fincen-officer", at: paths.vettingPeriod },
  { name: "a renewal to apply for", as: "lone-pine-trust-administrator", at: paths.application },
  { name: "the people of an organisation", as: "fincen-officer", at: paths.people },
  { name: "an invitation to write", as: "fincen-officer", at: paths.newInvitation },
  {
    name: "the roles of a person",
    as: "fincen-officer",
    at: (lang) => paths.personRoles(lang, personaId("fincen-analyst")),
  },
  {
    name: "ending an access",
    as: "fincen-officer",
    at: (lang) => paths.personDeparture(lang, personaId("fincen-analyst")),
  },
  { name: "the boards of an institution", as: "rio-grande-bank-officer", at: paths.boards },
  {
    name: "the form of a round",
    as: "rio-grande-bank-officer",
    at: (lang) => paths.roundSheet(lang, demoRoundId("trade-open"), 6),
  },
  {
    name: "signing the answers to a round",
    as: "rio-grande-bank-officer",
    at: (lang) => paths.roundAct(lang, demoRoundId("trade-open"), "signature"),
  },
  {
    name: "what came of a round",
    as: "rio-grande-bank-officer",
    at: (lang) => paths.roundOutcomes(lang, demoRoundId("networks-first")),
  },
  { name: "the statistics", as: "rio-grande-bank-officer", at: (lang) => paths.releases(lang) },
  {
    name: "the statistics of a round",
    as: "rio-grande-bank-officer",
    at: (lang) => paths.release(lang, demoRoundId("networks-second")),
  },
  {
    name: "the statistics of a red flag over two rounds",
    as: "rio-grande-bank-officer",
    at: (lang) => paths.releaseFlag(lang, demoRoundId("networks-second"), `${advisory}#RF-01`),
  },
  {
    name: "a typology with what was asked, said and done",
    as: "rio-grande-bank-officer",
    at: (lang) => paths.typology(lang, "chinese-money-laundering-networks"),
  },
  { name: "the rounds of an authority", as: "fincen-officer", at: paths.rounds },
  { name: "a round to plan", as: "fincen-officer", at: (lang) => paths.newRound(lang) },
  { name: "one's roundtables", as: "fincen-convener", at: paths.roundtables },
  {
    name: "a session, to who convenes it",
    as: "fincen-convener",
    at: (lang) => paths.roundtable(lang, roomId),
  },
  {
    name: "a session, to who is invited",
    as: "rio-grande-bank-officer",
    at: (lang) => paths.roundtable(lang, roomId),
  },
  {
    name: "a session that goes on, to its chair",
    as: "fincen-convener",
    at: (lang) => paths.room(lang, roomId),
  },
  {
    name: "a session that goes on, to a bank",
    as: "banco-del-bravo-officer",
    at: (lang) => paths.room(lang, roomId),
  },
  {
    name: "the terms of a session, before they are accepted",
    as: "mesquite-credit-union-officer",
    at: (lang) => paths.roomTerms(lang, roomId),
  },
  {
    name: "the receipt of terms that were accepted",
    as: "uif-convener",
    at: (lang) => paths.roomTerms(lang, roomId),
  },
  {
    name: "a session to nobody in it",
    as: "outsider",
    at: (lang) => paths.room(lang, roomId),
    status: 404,
  },
  { name: "the proposal of a roundtable", as: "fincen-convener", at: paths.newRoundtable },
  {
    name: "the minutes of a session",
    as: "fincen-convener",
    at: (lang) => paths.roundtableMinutes(lang, roomId),
  },
  {
    name: "the record of a session",
    as: "fincen-convener",
    at: (lang) => paths.roundtableRecord(lang, roomId),
  },
  {
    name: "what a session proposes",
    as: "fincen-convener",
    at: (lang) => paths.roundtableProposals(lang, roomId),
  },
  {
    name: "what a session may tell of itself",
    as: "fincen-convener",
    at: (lang) => paths.roundtableSummary(lang, roomId),
  },
  { name: "other terms for a session", as: "fincen-convener", at: (lang) => paths.newTerms(lang, roomId) },
  { name: "what is told of sessions", at: paths.summaries },
  { name: "what lies before a desk", as: "fincen-analyst", at: paths.deskProposals },
  { name: "what is owed after sessions", as: "fincen-convener", at: paths.commitments },
  {
    name: "a planned round",
    as: "fincen-officer",
    at: (lang) => paths.round(lang, demoRoundId("precursors-planned")),
  },
  {
    name: "the points of a round",
    as: "fincen-officer",
    at: (lang) => paths.roundPoints(lang, demoRoundId("networks-second")),
  },
  {
    name: "a reply to release",
    as: "fincen-officer",
    at: (lang) => paths.roundReply(lang, demoRoundId("networks-second"), themeId),
  },
  { name: "the questions to an authority", as: "fincen-officer", at: (lang) => paths.questions(lang) },
  {
    name: "a question whose answer waits to be released",
    as: "fincen-officer",
    at: (lang) => paths.question(lang, questionId),
  },
  { name: "a board", as: "rio-grande-bank-officer", at: (lang) => paths.board(lang, advisory) },
  {
    name: "a red flag of a board",
    as: "rio-grande-bank-officer",
    at: (lang) => paths.boardItem(lang, advisory, `${advisory}#RF-01`),
  },
  { name: "one's own page", as: "fincen-officer", at: paths.me },
  { name: "leaving", as: "fincen-officer", at: paths.myDeparture },
  { name: "the machine", as: "operator", at: paths.operations },
  { name: "the digests and the mail that stopped", as: "operator", at: paths.mailOperations },
  { name: "the audit log", as: "auditor", at: (lang) => paths.audit(lang) },
  { name: "the mailbox of the demo", at: () => paths.demoMailbox() },
];

describe.skipIf(!chromiumPath)("every page", () => {
  beforeAll(async () => {
    world = await demoDatabase();
    const [invited] = await world.owner<{ id: string }[]>`
      select id from organisations o where vetting = 'invited' and jurisdiction = 'MX'
        and not exists (select 1 from members where organisation_id = o.id)`;
    invitedId = invited?.id ?? "";
    const [written] = await world.owner<{ theme: string; question: string }[]>`
      select (select p.theme_id from replies p join reply_versions v on v.reply_id = p.id
                where v.released_at is null and p.theme_id is not null limit 1) as theme,
        (select question_id from answer_drafts where answer ->> 'es' <> '' limit 1) as question`;
    themeId = written?.theme ?? "";
    questionId = written?.question ?? "";
    const [session] = await world.owner<{ id: string }[]>`select id from roundtables`;
    roomId = session?.id ?? "";
    visit = await aVisit({ database: world });
    const page = await windowOf("fincen-analyst");
    await page.goto(visit.origin + paths.desk("es"));
    const row = page.locator("tr", { hasText: draftNumber });
    draftId = (await row.getByRole("link").first().getAttribute("href"))?.split("/").at(-1) ?? "";
  }, 400_000);

  afterEach(() => {
    expect(visit.complaints.splice(0), "the console and the content security policy").toEqual([]);
    expect(strayed.splice(0), "requests to other machines").toEqual([]);
  });

  afterAll(async () => {
    await visit?.close();
    await world?.close();
  });

  test("each page of the application is looked at, or it is said where", () => {
    const addresses = pages.map(({ at }) => at("es").split(/[?#]/)[0] ?? "");
    const known = [...Object.keys(lookedAtElsewhere), ...madeOfTheSame];
    const routes = routesWithPages();
    const isLookedAt = ({ address }: { address: RegExp }) => addresses.some((one) => address.test(one));
    const unseen = routes.filter((one) => !isLookedAt(one)).map(({ route }) => route);
    expect(unseen.sort()).toEqual([...known].sort());
  });

  test.each(pages)(
    "$name can be used by everybody, in both languages, wide and narrow",
    async ({ as = null, status = 200, at }) => {
      const page = await windowOf(as);
      for (const lang of languages) {
        // The door of the demo has no language in its address: it speaks the browser's.
        await page.setExtraHTTPHeaders({ "accept-language": localeOf(lang) });
        await page.emulateMedia({ colorScheme: lang === "es" ? "dark" : "light" });
        expect(await open(page, at(lang))).toBe(status);
        expect(await page.locator("html").getAttribute("lang")).toBe(localeOf(lang));
        expect({ lang, wrong: await deadAnchorsIn(page) }).toEqual({ lang, wrong: [] });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const found = { lang, width, wrong: await overflowIn(page) };
          expect(found).toEqual({ lang, width, wrong: [] });
        }
        // What is accessible in one language at one width is so in the other, but for words and places, and dark is another set of colours
        // on the same page: each once, crosswise.
        await page.setViewportSize({ width: lang === "es" ? 320 : 1280, height: 900 });
        const wrong = await violationsIn(page);
        expect({ lang, wrong }).toEqual({ lang, wrong: [] });
      }
    },
    240_000,
  );

  // At the very top of a window so tall that the next one is near, and further down below the end of the one before.
  test.each([
    { down: 0, height: 1800 },
    { down: 150, height: 900 },
  ])(
    "the language switch keeps the red flag that one is reading, $down px down",
    async ({ down, height }) => {
      const page = await windowOf(null);
      await page.setViewportSize({ width: 1280, height });
      await open(page, paths.advisory("es", advisory));
      await page.locator("#RF-06").evaluate((flag, left) => {
        window.scrollTo(0, flag.getBoundingClientRect().top + window.scrollY - left);
      }, down);
      const link = await page.locator(".languages a").boundingBox();
      if (!link) throw new Error("no language switch in sight");
      // A press where the pointer is: asking the link itself to be pressed could scroll the page first.
      await page.mouse.click(link.x + link.width / 2, link.y + link.height / 2);
      await page.waitForURL(visit.origin + paths.redFlag("en", advisory, 6));
      const top = await page.locator("#RF-06").evaluate((flag) => flag.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(450);
    },
  );

  test("each link to a red flag of the page leads to it, one after the other", async () => {
    const page = await windowOf(null);
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, paths.advisory("es", advisory));
    for (const n of [6, 2, 5]) {
      const flag = page.locator(`#RF-0${n}`);
      // Pressed from where one is: the press itself must not bring the red flag into the window.
      await flag.locator(".flag-id").evaluate((link: HTMLAnchorElement) => link.click());
      await page.waitForURL(visit.origin + paths.redFlag("es", advisory, n));
      await expect
        .poll(() => flag.evaluate((it) => Math.round(it.getBoundingClientRect().top)), patience)
        .toBe(80);
    }
  });

  test("a link from another page to a red flag leads to it, and going back leads where one was", async () => {
    const page = await windowOf(null);
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, `${paths.advisories("es")}?q=sucursal`);
    const link = page.locator(`a[href*="#RF-"]`).last();
    await link.evaluate((it) => it.scrollIntoView({ block: "center" }));
    const left = await page.evaluate(() => window.scrollY);
    expect(left).toBeGreaterThan(0);
    await link.click();
    await page.waitForURL(/#RF-\d+$/);
    const flag = page.locator(new URL(page.url()).hash);
    await expect
      .poll(() => flag.evaluate((it) => Math.round(it.getBoundingClientRect().top)), patience)
      .toBe(80);
    await expect.poll(() => flag.evaluate((it) => it === document.activeElement), patience).toBe(true);
    await page.goBack();
    await page.locator("main h1").waitFor();
    await expect.poll(() => page.evaluate(() => Math.round(window.scrollY)), patience).toBe(Math.round(left));
  });

  test("red flags are filtered by where they can be observed, and the count is said", async () => {
    const page = await windowOf(null);
    await open(page, paths.advisory("es", advisory));
    const all = await page.locator("li.flag:visible").count();
    await page.locator(".flag-filters select").first().selectOption("at-branch");
    const flags = page.locator("li.flag:visible");
    await expect.poll(() => flags.count(), patience).toBeLessThan(all);
    const left = await flags.count();
    expect(left).toBeGreaterThan(0);
    for (const flag of await page.locator("li.flag:visible").all()) {
      expect((await flag.getAttribute("data-observable"))?.split(" ")).toContain("branch");
    }
    await expect
      .poll(() => page.locator(".flag-filters [role=status]").textContent(), patience)
      .toBe(i18nOf("es").t("reading:flags.shown", { shown: left, total: all }));
  });

  test("the list is narrowed by a facet to as many advisories as it promised, and widened again", async () => {
    const page = await windowOf(null);
    await open(page, paths.advisories("en"));
    const facet = page.locator(".facet-values li", { has: page.locator('a[href*="status=withdrawn"]') });
    const promised = Number(await facet.locator(".facet-count").textContent());
    expect(promised).toBeGreaterThan(0);
    await facet.getByRole("link").click();
    await page.waitForURL(visit.origin + paths.advisories("en", { status: "withdrawn" }));
    const count = page.locator(".results-count");
    await count
      .getByText(i18nOf("en").t("reading:list.count", { count: promised }), { exact: true })
      .waitFor();
    expect(await page.locator(".results article").count()).toBe(promised);
    await page.locator(".facet-values a[aria-current]").click();
    await page.waitForURL(visit.origin + paths.advisories("en"));
  });

  test("a receipt opens what became of each point, to whoever has it", async () => {
    const page = await windowOf(null);
    await page.setViewportSize({ width: 320, height: 900 });
    const receipt = paths.receipts("es", demoRoundId(demoReceipt.round));
    await open(page, receipt);
    await page.locator("[name=secret]").fill(demoReceipt.secret);
    await page.getByRole("button", { name: i18nOf("es").t("replies:receipts.act") }).click();
    await page.getByRole("heading", { name: i18nOf("es").t("replies:receipts.found") }).waitFor();
    expect(await overflowIn(page)).toEqual([]);
    expect([...(await violationsIn(page)), ...(await faintInTheDark(page))]).toEqual([]);
  });

  test("the keyboard skips to the content first, and its place is always in sight", async () => {
    const page = await windowOf(null);
    await open(page, paths.home("es"));
    await page.keyboard.press("Tab");
    const skip = page.getByText(i18nOf("es").t("shell:skip"), { exact: true });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);

    for (let stop = 0; stop < 15; stop += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return {
          name: document.activeElement?.textContent,
          outlineStyle,
          wide: Number.parseFloat(outlineWidth),
        };
      });
      expect(focused.outlineStyle, focused.name ?? "").not.toBe("none");
      expect(focused.wide, focused.name ?? "").toBeGreaterThanOrEqual(2);
    }

    await skip.focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });

  test("the list of techniques closes by Escape and by Tab, and no focus goes where a screen reader hears nothing", async () => {
    const page = await windowOf("fincen-analyst");
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, paths.draft("es", draftId));
    await page.locator(".desk-flag .item-head button").first().click();
    const search = page.locator(".combobox input").first();
    const list = page.getByRole("listbox");
    for (const key of ["Escape", "Tab"]) {
      await search.fill("smurf");
      await list.getByRole("option").first().waitFor();
      await page.keyboard.press(key);
      await list.waitFor({ state: "detached" });
    }
    expect(await page.locator("[aria-hidden=true]:focus-within").count()).toBe(0);
  });

  test("words typed in the search of techniques stay when the page moves under its list", async () => {
    const page = await windowOf("fincen-analyst");
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, paths.draft("es", draftId));
    await page.locator(".desk-flag .item-head button").first().click();
    const search = page.locator(".combobox input").first();
    const list = page.getByRole("listbox");
    await search.fill("smurf");
    await list.getByRole("option").first().waitFor();
    await page.mouse.wheel(0, 60);
    await search.press("i");
    await list
      .getByRole("option", { name: /Smurfing/ })
      .first()
      .waitFor();
    expect(await search.inputValue()).toBe("smurfi");
  });

  test("what is chosen from the list of techniques by keyboard stays when a later answer comes", async () => {
    const page = await windowOf("fincen-analyst");
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, paths.draft("es", draftId));
    await page.locator(".desk-flag .item-head button").first().click();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const later = (url: URL) =>
      url.pathname === paths.deskTechniques("es", "") && url.searchParams.get("q") === "smurfi";
    await page.route(later, async (route) => {
      await held;
      await route.fulfill({ json: [{ externalId: "T9999", name: "Another" }] });
    });
    const search = page.locator(".combobox input").first();
    const options = page.getByRole("listbox").getByRole("option");
    await search.fill("smurf");
    await options.filter({ hasText: "Smurf" }).first().waitFor();
    const asked = page.waitForRequest((request) => later(new URL(request.url())));
    await search.press("i");
    await asked;
    await search.press("ArrowDown");
    const chosen = () => search.getAttribute("aria-activedescendant");
    await expect.poll(chosen, patience).not.toBeNull();
    const first = await chosen();
    const answered = page.waitForResponse((response) => later(new URL(response.url())));
    letGo();
    await (await answered).finished();
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    // The list may have closed, when the page moved under it; another one must not have come.
    expect([first, null]).toContain(await chosen());
    expect(await options.filter({ hasText: "Another" }).count()).toBe(0);
    await page.unroute(later);
    await search.press("Escape");
  });

  test("without scripts an advisory is whole, its filters work and so does the language switch", async () => {
    const page = await withoutScripts(null);
    await page.goto(visit.origin + paths.advisory("es", advisory));
    const all = await page.locator("li.flag:visible").count();
    expect(all).toBe(await page.locator("li.flag").count());
    await page.locator(".flag-filters select").first().selectOption("at-branch");
    const left = await page.locator("li.flag:visible").count();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
    await page.locator(".languages a").click();
    await page.waitForURL(visit.origin + paths.advisory("en", advisory));
    expect(await page.locator("html").getAttribute("lang")).toBe(localeOf("en"));
  });

  test("without scripts the list is searched", async () => {
    const page = await withoutScripts(null);
    await page.goto(visit.origin + paths.advisories("es"));
    await page.locator("#q").fill("remesas");
    await page.getByRole("button", { name: i18nOf("es").t("reading:list.submit") }).click();
    await page.waitForURL(visit.origin + paths.search("es", "remesas"));
    expect(await page.locator(".results article").count()).toBeGreaterThan(0);
    expect(await page.locator("#q").inputValue()).toBe("remesas");
  });

  test("without scripts a draft is read, cleared, and the clearance taken back", async () => {
    const { t } = i18nOf("en");
    const page = await withoutScripts("fincen-translator-en");
    await page.goto(visit.origin + paths.draft("en", draftId));
    const kind = t("desk:kind.language-en");
    const give = page.getByRole("button", { name: t("desk:clearances.give", { kind }), exact: true });
    const takeBack = page.getByRole("button", { name: t("desk:clearances.takeBack", { kind }), exact: true });
    const title = t("desk:inLanguage", { name: t("desk:field.title"), language: t("desk:language.en") });
    expect(await page.getByLabel(title).inputValue()).not.toBe("");

    const note = "Read against the Spanish, figure by figure.";
    await page.getByLabel(t("desk:clearances.note")).first().fill(note);
    await give.click();
    await takeBack.waitFor();
    expect(await page.locator(".given-note", { hasText: note }).count()).toBe(1);

    await takeBack.click();
    await give.waitFor();
    expect(await takeBack.count()).toBe(0);
  });
});
