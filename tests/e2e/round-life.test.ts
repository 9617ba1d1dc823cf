import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyRedFlag } from "~/domain/advisories/advisory";
import type { Language } from "~/domain/advisories/advisory.form";
import type { DraftChange } from "~/domain/drafts/draft-change";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { organisationIdOf } from "~db/demo/organisations";
import { aVisit, chromiumPath, open, patience, type Visit } from "../support/browser";
import { demoDatabase } from "../support/demo";
import { aDeskVisit, completeText } from "../support/desk-visit";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aWholeForm } from "../support/rounds";
import type { World } from "../support/world";

// FinCEN and Rio Grande Bank work in English, Banco del Bravo and all who should see nothing of it in Spanish.

let world: World;
let visit: Visit;
let desk: ReturnType<typeof aDeskVisit>;
let number: string;
/** With the two that answer in browsers enough for figures: half of them say that they often see it. */
const tools = 14;

const words = (lang: Language) => i18nOf(lang).t;
const en = words("en");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const check = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check();

const redFlag = (n: number): DraftChange => ({
  kind: "add",
  list: "redFlags",
  item: {
    ...emptyRedFlag(randomUUID(), n),
    text: { es: "Deposita en tres plazas el mismo día.", en: "Deposits in three places on the same day." },
  },
  after: null,
});

async function publish(draftId: string, version: number) {
  await desk.clearAll(draftId);
  const { page } = await desk.look("fincen-publisher", paths.draftPart("en", draftId, "publication"));
  await press(page, en("desk:publication.publish", { n: version }));
  await page.waitForURL(/\/advisories\/FIN-/);
  return decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
}

async function planAndOpen() {
  const { page } = await desk.look("fincen-convener", paths.newRound("en"));
  await page.locator("select[name=subject]").selectOption(`advisory:1:${number}`);
  const typed = {
    titleEs: "¿Qué vieron en sus sucursales?",
    titleEn: "What did you see in your branches?",
    readersEs: "La leen tres personas del área de tipologías.",
    readersEn: "Three people of the typologies unit read it.",
    date: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
    time: "18:00",
  };
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value);
  for (const country of ["MX", "US"]) {
    await check(page, "invitedJurisdictions", country);
    await check(page, "jurisdictions", country);
  }
  await page
    .locator("details", { has: page.locator("[name=organisations]") })
    .locator("summary")
    .click();
  await check(page, "organisations", organisationIdOf("guild"));
  await press(page, en("rounds:plan.begin"));
  await page.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
  await page.locator("input[name=notForSupervision]").check();
  await page.locator('form[action$="/opening"] button[type=submit]').click();
  await page.getByText(en("rounds:run.open")).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** An institution that will answer by its own tool. */
async function aTool(i: number) {
  const jurisdiction = i % 2 === 0 ? "US" : "MX";
  const organisation = await anOrganisation(world, { kind: "institution", jurisdiction });
  const token = await aToken(world, await aMember(world, { organisation, roles: ["compliance-officer"] }));
  return async (roundId: string) => {
    const ask = async (method: string, part: `/${string}`, body?: unknown) => {
      const answer = await fetch(visit.origin + paths.api(`/rounds/${roundId}${part}`), {
        method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(answer.ok, `${method} ${part}: ${answer.status}`).toBe(true);
      return answer.json();
    };
    const given = aWholeForm({ "1.seen": i < tools / 2 ? "often" : "never" });
    const answers = Object.entries(given).map(([place, answer]) => {
      const [row = "", key = ""] = place.split(".");
      return { row: Number(row), question: key, answer, revision: 0 };
    });
    await ask("PATCH", "/sheet", { answers });
    const { digest } = await ask("GET", "/sheet");
    await ask("POST", "/signature", { digest });
    return organisation.id;
  };
}

const question = (page: Page, place: string) => page.locator(`[data-place="${place}"]`);

/** Row by row as the form shows it, one answer to whatever must be answered; and one thing written. */
async function answerInBrowser(page: Page, lang: Language, roundId: string, seen: string, written: string) {
  const t = words(lang);
  for (const row of [1, 2, 0]) {
    await open(page, visit.origin + paths.roundSheet(lang, roundId, row));
    const given = Object.entries(aWholeForm({ "1.seen": seen })).filter(([place]) =>
      place.startsWith(`${row}.`),
    );
    for (const [place, answer] of given)
      await question(page, place).locator(`input[value="${answer}"]`).check();
    if (row === 1) {
      await page.locator(".sheet-more summary").click();
      await question(page, "1.missingRecords").locator("textarea").fill(written);
    }
    await page.locator('.sheet-save[data-state="saved"]').waitFor();
  }
  return reviewAndSign(page, lang, t("rounds:sign.act"));
}

async function reviewAndSign(page: Page, lang: Language, act: string) {
  const t = words(lang);
  await page.getByRole("link", { name: t("rounds:sheet.review"), exact: true }).click();
  await press(page, act);
  await page.getByText(t("rounds:receipt.once")).waitFor();
  return (await page.locator(".receipt-secret").textContent()) ?? "";
}

/** All that an address answers to that persona. */
async function ask(persona: string | null, path: string) {
  if (persona === null) {
    const answer = await fetch(visit.origin + path, { redirect: "manual" });
    return { status: answer.status, text: await answer.text() };
  }
  const { request } = await desk.windowOf(persona);
  const answer = await request.get(visit.origin + path, { maxRedirects: 0 });
  return { status: answer.status(), text: await answer.text() };
}

/** Everything that may speak of a round, its figures or what came of it. */
const placesOf = (roundId: string) =>
  (["es", "en"] as const).flatMap((lang) => [
    paths.round(lang, roundId),
    paths.roundPoints(lang, roundId),
    paths.roundOutcomes(lang, roundId),
    paths.release(lang, roundId),
    paths.releaseFlag(lang, roundId, `${number}#RF-01`),
    paths.releaseCsv(roundId),
  ]);

const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";

/** What does not exist answers the same, and no list of theirs and no page of the advisory speaks of it. */
async function findsNothing(persona: string | null, roundId: string, unsaid: string[]) {
  const none = placesOf(nowhere);
  for (const [i, path] of placesOf(roundId).entries())
    expect((await ask(persona, path)).status, `${persona} ${path}`).toBe(
      (await ask(persona, none[i] ?? "")).status,
    );
  for (const lang of ["es", "en"] as const)
    for (const path of [
      paths.advisory(lang, number),
      paths.releases(lang),
      paths.redFlagHistory(lang, number, 1),
    ]) {
      const { text } = await ask(persona, path);
      for (const one of [roundId, ...unsaid]) expect(text, `${persona} ${path}`).not.toContain(one);
    }
}

describe.skipIf(!chromiumPath)("the life of a feedback round", () => {
  beforeAll(async () => {
    world = await demoDatabase();
    visit = await aVisit({ database: world });
    desk = aDeskVisit(visit, world);
    number = await publish(await desk.open({ changes: [...completeText, redFlag(1), redFlag(2)] }), 1);
  }, 400_000);
  afterAll(async () => {
    await visit?.close();
    await world?.close();
  });

  test("opened, answered, corrected, closed, published, replied to, cited by the next version; each side sees its part", async () => {
    const answering: Awaited<ReturnType<typeof aTool>>[] = [];
    for (let i = 0; i < tools; i += 1) answering.push(await aTool(i));
    const roundId = await planAndOpen();
    await findsNothing("cnbv-officer", roundId, []);

    const bravo = await desk.windowOf("banco-del-bravo-officer");
    const rioGrande = await desk.windowOf("rio-grande-bank-officer");
    const said = { es: "Faltan las horas de los depósitos", en: "We lack the tellers' names" };
    const receipt = await answerInBrowser(bravo, "es", roundId, "never", said.es);
    const replaced = await answerInBrowser(rioGrande, "en", roundId, "rarely", said.en);
    const houses = await Promise.all(answering.map((answer) => answer(roundId)));
    await open(rioGrande, visit.origin + paths.roundSheet("en", roundId, 1));
    await question(rioGrande, "1.seen").locator("input[value=often]").check();
    await rioGrande.locator('.sheet-save[data-state="saved"]').waitFor();
    const corrected = await reviewAndSign(rioGrande, "en", en("rounds:sign.again", { version: 2 }));

    // Its hour comes without anybody waiting for it.
    await world.owner.begin(async (tx) => {
      // Nobody brings an open round's end forward; only the clock is moved here.
      await tx`set local session_replication_role = replica`;
      await tx`update rounds set closes_at = now() where id = ${roundId}`;
    });
    const convener = "fincen-convener";
    const release = paths.release("en", roundId);
    await expect.poll(async () => (await ask(convener, release)).status, patience).toBe(200);

    // The authority reads figures and what was written, and no name, number or instant of whoever gave them.
    const { page: figures } = await desk.look(convener, release);
    await figures.getByText(en("releases:withheld")).first().waitFor();
    await figures
      .getByText(/^8 \(50\s?%\)$/)
      .first()
      .waitFor({ state: "attached" });
    const { page: officer } = await desk.look("fincen-officer", paths.roundPoints("en", roundId));
    for (const written of Object.values(said)) await officer.getByText(written).waitFor();
    const names = ["Banco del Bravo", "Rio Grande Bank", organisationIdOf("banco-del-bravo"), ...houses];
    for (const path of [release, paths.releaseCsv(roundId), paths.roundPoints("en", roundId)]) {
      const { text } = await ask("fincen-officer", path);
      for (const name of names) expect(text, path).not.toContain(name);
    }

    // Sorted into a theme, answered in both languages, published by another officer.
    await officer.locator("[name=es]").fill("Datos de ventanilla");
    await officer.locator("[name=en]").fill("Teller records");
    await press(officer, en("replies:themes.make"));
    await officer.getByRole("heading", { name: "Teller records" }).waitFor();
    for (const written of Object.values(said)) await officer.getByRole("checkbox", { name: written }).check();
    await officer.locator("select[name=theme]").selectOption({ label: "Teller records" });
    await press(officer, en("replies:sort.into"));
    await officer.locator(".point-notes").first().waitFor();
    await officer
      .getByRole("link", { name: en("replies:points.replyOf", { name: "Teller records" }) })
      .click();
    const told = {
      saidEs: "Falta registrar lo que pasa en ventanilla.",
      saidEn: "What happens at the counter is not recorded.",
      answerEs: "Pedimos que se conserve ese registro.",
      answerEn: "We ask that such a record be kept.",
    };
    for (const [name, text] of Object.entries(told)) await officer.locator(`[name=${name}]`).fill(text);
    await check(officer, "outcome", "accepted");
    await officer.locator('.save-mark[data-state="saved"]').waitFor();
    await officer.getByRole("heading", { name: en("replies:release.heading") }).waitFor();
    const { page: second } = await desk.look("fincen-officer-2", new URL(officer.url()).pathname);
    await press(second, en("replies:release.act"));
    await second.waitForURL(/\/points$/);

    // Each bank reads with its own receipt what became of its own point; a receipt that was replaced opens nothing.
    const looked = async (page: Page, lang: Language, secret: string) => {
      await open(page, visit.origin + paths.receipts(lang, roundId));
      await page.locator("[name=secret]").fill(secret);
      await press(page, words(lang)("replies:receipts.act"));
      const nothing = page.getByText(words(lang)("replies:receipts.nothing"), { exact: true });
      const found = page.getByText(words(lang)("replies:receipts.found"), { exact: true });
      await nothing.or(found).waitFor();
      return (await page.locator("main").textContent()) ?? "";
    };
    const own = {
      bravo: await looked(bravo, "es", receipt),
      rioGrande: await looked(rioGrande, "en", corrected),
    };
    expect(own.bravo).toContain(said.es);
    expect(own.bravo).toContain(told.answerEs);
    expect(own.bravo).not.toContain(said.en);
    expect(own.rioGrande).toContain(said.en);
    expect(own.rioGrande).not.toContain(said.es);
    expect(await looked(rioGrande, "en", replaced)).toContain(en("replies:receipts.nothing"));

    // The next version takes it up, and says so.
    const { page: analyst } = await desk.look(
      "fincen-analyst",
      paths.deskAdvisory("en", number, "amendment"),
    );
    await analyst.locator('main form button[type="submit"]').last().click();
    await analyst.waitForURL(/\/desk\/[0-9a-f-]{36}$/);
    const draftId = analyst.url().split("/").at(-1) ?? "";
    await desk.write("fincen-analyst", draftId, [
      {
        kind: "set",
        path: "summary/es",
        was: "Se observaron 1,246 reportes.",
        now: "Se observaron 1,300 reportes.",
      },
      {
        kind: "set",
        path: "summary/en",
        was: "1,246 reports were observed.",
        now: "1,300 reports were observed.",
      },
      { kind: "set", path: "changeNote/es", was: "", now: "Recoge lo que dijeron las instituciones." },
      { kind: "set", path: "changeNote/en", was: "", now: "Takes up what institutions said." },
    ]);
    await desk.look("fincen-analyst", paths.draftPart("en", draftId, "feedback"));
    await analyst.getByRole("checkbox", { name: told.saidEn }).check();
    await press(analyst, en("replies:cite.save"));
    await analyst.getByText(en("replies:cite.saved")).waitFor();
    expect(await publish(draftId, 2)).toBe(number);

    // Banks that were asked, in either language, on the page of the advisory.
    for (const [page, lang, words] of [
      [bravo, "es", told.answerEs],
      [rioGrande, "en", told.answerEn],
    ] as const) {
      await open(page, visit.origin + paths.advisory(lang, number));
      await page.getByText(words).first().waitFor();
      await page
        .getByText(i18nOf(lang).t("replies:amendedIn", { number, n: 2 }))
        .first()
        .waitFor();
      expect((await page.request.get(visit.origin + paths.release(lang, roundId))).status()).toBe(200);
    }
    // A guild reads totals and no breakdown; another authority and the public find nothing.
    const totals = await ask("guild-observer", paths.releaseCsv(roundId));
    expect(totals.text).toMatch(/,seen,.*,overall,,16,/);
    expect(totals.text).not.toMatch(/,(jurisdiction|sector|size),[^,]/);
    for (const persona of ["cnbv-officer", "operator", null])
      await findsNothing(persona, roundId, Object.values(told));
    expect(visit.complaints).toEqual([]);
  }, 300_000);
});
