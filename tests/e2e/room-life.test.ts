import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { persona } from "~/demo/persona";
import type { Language } from "~/domain/advisories/advisory.form";
import { openKeys } from "~/domain/auth/open-keys.server";
import { showSummaries } from "~/domain/summaries/show-summaries.server";
import { purgeRoundtables } from "~/domain/vaults/purge-roundtables.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { demoPeople } from "~db/demo/people";
import { violationsIn } from "../support/axe";
import { aProcess, aVisit, chromiumPath, open, type Process, patience, type Visit } from "../support/browser";
import { demoDatabase, demoSecret } from "../support/demo";
import { totpOf } from "../support/totp";
import { password, withPassword } from "../support/ways-in";
import type { World } from "../support/world";

// Two conveners, a bank in Mexico and two institutions in the United States, one with 314(b) and one without.

const people: Record<string, Language> = {
  "fincen-convener": "en",
  "uif-convener": "es",
  "banco-del-bravo-officer": "es",
  "rio-grande-bank-officer": "en",
  "mesquite-credit-union-officer": "en",
};
const conveners = Object.keys(people).filter((key) => key.endsWith("-convener"));
const institutions = Object.keys(people).filter((key) => key.endsWith("-officer"));
/** Who works on it beside them. */
const staff: Record<string, Language> = {
  "fincen-legal": "en",
  "fincen-officer": "en",
  "fincen-rapporteur": "en",
  "fincen-analyst": "en",
  "uif-legal": "es",
  "uif-officer": "es",
};

let world: World;
let visit: Visit;
let keys: Awaited<ReturnType<typeof openKeys>>["keys"];
let master: Awaited<ReturnType<typeof openKeys>>["master"];
let id = "";
/** The process that answers: each after the first has a later clock. */
let origin = "";
const processes: Process[] = [];
const pages = new Map<string, Page>();

const now = new Date();
const dayMs = 86_400_000;
const dayAfter = (days: number) => new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);
const tomorrow = dayAfter(1);
const words = (lang: Language) => i18nOf(lang).t;
const languageOf = (key: string) => people[key] ?? staff[key] ?? "es";
const memberOf = (key: string) => persona(key, now);
const emailOf = (key: string) => demoPeople.find((one) => one.key === key)?.email;

async function pageOf(key: string) {
  const page = pages.get(key) ?? (await visit.as(key));
  pages.set(key, page);
  return page;
}
async function go(key: string, path: (lang: Language, id: string) => string) {
  const page = await pageOf(key);
  await open(page, origin + path(languageOf(key), id));
  return page;
}
const submit = (page: Page, act: string) =>
  page.locator(`form[action$="/${act}"] button[type=submit]`).first().click();
const away = (page: Page, act: string) =>
  page.locator(`form[action$="/${act}"]`).first().waitFor({ state: "detached" });
async function fill(page: Page, typed: Record<string, string>) {
  for (const [name, said] of Object.entries(typed)) await page.locator(`[name="${name}"]`).first().fill(said);
}
const everyone = (look: (page: Page, key: string) => Promise<unknown>) =>
  Promise.all(Object.keys(people).map(async (key) => look(await pageOf(key), key)));

/** From here on another process answers, whose clock stands at that hour of a day to come; the first goes on beside it. */
async function laterOn(days: number, hour: string) {
  const later = await aProcess({
    database: world,
    environment: { RIBERA_CLOCK: `${dayAfter(days)}T${hour}:00Z` },
  });
  processes.push(later);
  origin = later.origin;
}

beforeAll(async () => {
  if (!chromiumPath) return;
  world = await demoDatabase();
  const none = { masterKey: undefined, masterKeyBefore: undefined };
  ({ keys, master } = await openKeys({ dataDir: "", secretKey: demoSecret, ...none }));
  visit = await aVisit({ database: world });
  origin = visit.origin;
}, 180_000);
afterAll(async () => {
  await Promise.all(processes.map((one) => one.stop()));
  await visit?.close();
  await world?.close();
});

describe.skipIf(!chromiumPath)("the life of a session", () => {
  test("from its proposal to the end of its record, by pages alone, in both languages", {
    timeout: 600_000,
  }, async () => {
    await proposed();
    await cleared();
    await convened();
    await named();
    await entered();
    await spoken();
    await laterOn(1, "10:30");
    await ended();
    await written();
    await owed();
    await laterOn(10, "12:00");
    await approved();
    await told();
    await destroyed();
    // A browser without a line says so itself.
    expect(visit.complaints.filter((said) => !said.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  });
});

async function proposed() {
  const page = await go("fincen-convener", paths.newRoundtable);
  await fill(page, {
    date: tomorrow,
    from: "10:00",
    to: "12:00",
    where: "https://video.example/ribera",
    titleEs: "Depósitos de terceros en efectivo",
    titleEn: "Third-party cash deposits",
    purposeEs: "Comparar lo que se ve en ventanilla.",
    purposeEn: "Compare what is seen at the counter.",
    "item.0.titleEs": "Qué se ve en ventanilla",
    "item.0.titleEn": "What is seen at the counter",
    "item.1.titleEs": "Qué haría falta",
    "item.1.titleEn": "What would be needed",
  });
  await page.locator(`input[name=chairs][value="${memberOf("uif-convener").memberId}"]`).check();
  await page.locator("select[name=zone]").selectOption("UTC");
  await page.locator("input[name=form][value=video]").check();
  await page.locator("select[name=retentionDays]").selectOption("30");
  await page.getByRole("button", { name: words("en")("roundtables:proposal.act") }).click();
  await page.waitForURL(/\/roundtables\/[0-9a-f-]{36}$/);
  id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Each chair brings in who clears and who takes notes; those read the agenda in both languages and clear it. */
async function cleared() {
  for (const [house, roles] of [
    ["fincen", ["legal", "officer", "rapporteur"]],
    ["uif", ["legal", "officer"]],
  ] as const) {
    const page = await go(`${house}-convener`, paths.roundtable);
    for (const role of roles) {
      const { memberId, name } = memberOf(`${house}-${role}`);
      const part = role === "rapporteur" ? "rapporteur" : "clearer";
      await page.locator("select[name=person]").selectOption(`${memberId} ${part}`);
      await submit(page, "parts");
      await page.locator(".session-seats li", { hasText: name }).waitFor();
    }
  }
  for (const house of ["fincen", "uif"]) {
    for (const [role, kind] of [
      ["legal", "legal"],
      ["officer", "competition"],
    ]) {
      const page = await go(`${house}-${role}`, paths.roundtable);
      expect(await page.locator(".agenda-in-both [lang]").allTextContents()).toEqual(
        expect.arrayContaining([
          expect.stringContaining("Qué se ve en ventanilla"),
          expect.stringContaining("What is seen at the counter"),
        ]),
      );
      const form = page.locator(`form[action$="/clearances"]:has(input[value=${kind}])`);
      await form.locator("button[type=submit]").click();
      await form.waitFor({ state: "detached" });
    }
  }
}

/** Until then the institutions find nothing. */
async function convened() {
  const page = await go("fincen-convener", paths.roundtable);
  for (const key of institutions) {
    const { organisationId, organisation } = memberOf(key);
    await page.locator("select[name=organisationId]").selectOption(organisationId);
    await submit(page, "invitations");
    await page.locator("section[aria-labelledby=invited] th", { hasText: organisation }).waitFor();
  }
  const outside = await pageOf("rio-grande-bank-officer");
  expect((await outside.goto(origin + paths.roundtable("en", id)))?.status()).toBe(404);
  await submit(page, "convening");
  await away(page, "convening");
}

/** Each officer names themselves and answers, and finds the date in a letter that says nothing of it. */
async function named() {
  for (const key of institutions) {
    const page = await go(key, paths.roundtable);
    await page.locator("select[name=memberId]").selectOption(memberOf(key).memberId);
    await submit(page, "seats");
    await page.locator("input[name=answer][value=coming]").check();
    await submit(page, "answer");
    await page
      .locator(".session-seats li", { hasText: words(languageOf(key))("roundtables:answer.coming") })
      .waitFor();
  }
  const page = await pageOf("banco-del-bravo-officer");
  const letters = async () => {
    const { items } = await (await page.request.get(`${origin}/demo/mailbox.json`)).json();
    return items.filter(
      (one: { kind: string; to: string }) =>
        one.kind === "confidential-date" && one.to === emailOf("banco-del-bravo-officer"),
    );
  };
  await expect.poll(async () => (await letters()).length, patience).toBeGreaterThan(0);
  const [letter] = await letters();
  expect(letter.text).not.toContain("terceros");
  await page.goto(origin + paths.demoMail(letter.id));
  const file = await page.locator('a[href$=".ics"]').first().getAttribute("href");
  const date = await (await page.request.get(new URL(file ?? "", origin).href)).text();
  expect(date).toContain(`DTSTART:${tomorrow.replaceAll("-", "")}T100000Z`);
  expect(date).toMatch(/UID:.+\r\n/);
  expect(date).toMatch(/SEQUENCE:\d+\r\n/);
  expect(date).not.toContain("ATTENDEE");
}

/** No content before the terms, each in the reader's language, with a receipt; who was not asked for ten minutes is asked who they are. */
async function entered() {
  const late = memberOf("mesquite-credit-union-officer");
  const { secret } = await withPassword(world, keys, late);
  await world.owner`update sessions set confirmed_at = now() - interval '11 minutes' where member_id = ${late.memberId}`;
  for (const key of Object.keys(people)) {
    const page = await go(key, paths.room);
    const t = words(languageOf(key));
    expect(new URL(page.url()).pathname).toBe(paths.roomTerms(languageOf(key), id));
    await submit(page, "acceptance");
    if (key === "mesquite-credit-union-officer") {
      await page.getByRole("heading", { name: t("auth:confirm.title") }).waitFor();
      await page.locator("[name=password]").fill(password);
      await page.locator("[name=code]").fill(totpOf(secret, new Date()));
      await page.getByRole("button", { name: t("auth:confirm.submit"), exact: true }).click();
    }
    await page.getByText(t("room:terms.receipt")).waitFor();
    await page.getByRole("link", { name: t("room:terms.enter") }).click();
    await page.locator("#room-conversation").waitFor();
    await page.locator(".room-live[data-live]").waitFor();
  }
}

async function say(key: string, mode: string, said: string) {
  const page = await pageOf(key);
  await page.locator(".composer input[name=kind][value=words]").check();
  await page.locator("#say-text").fill(said);
  await page.locator(`.composer input[name=mode][value=${mode}]`).check();
  await submit(page, "contributions");
}
const heard = (page: Page, said: string) => page.locator(".said .words", { hasText: said }).first().waitFor();

/** Opened by FinCEN: everyone sees it without a reload, and all that is said. */
async function spoken() {
  const chair = await pageOf("fincen-convener");
  await submit(chair, "opening");
  await everyone((page) => page.locator('.item-state[data-state="now"]').waitFor());
  await everyone((page) => page.locator(".composer input[name=kind][value=words]").waitFor());

  const said: [string, string, string][] = [
    ["fincen-convener", "named", "What do tellers see first?"],
    ["banco-del-bravo-officer", "organisation", "Depósitos de terceros antes del mediodía."],
    ["rio-grande-bank-officer", "sector", "Wires leave on the same day."],
    ["mesquite-credit-union-officer", "unattributed", "The payment reference repeats."],
    ["uif-convener", "named", "Coincide con lo que vemos."],
  ];
  for (const [key, mode, text] of said) {
    await say(key, mode, text);
    await everyone((page) => heard(page, text));
  }
  await everyone(async (page, key) => {
    const t = words(languageOf(key));
    const who = await page.locator(".said-who").allTextContents();
    expect(who).toEqual([
      "Thomas Quill, FinCEN",
      "Banco del Bravo",
      t("room:who.sector", { sector: t("terms:sector.bank") }),
      t("room:who.unattributed"),
      expect.stringContaining("UIF"),
    ]);
  });

  // An own sector of which nobody else is at the table would be a name.
  const lonely = await pageOf("mesquite-credit-union-officer");
  expect(await lonely.locator(".composer input[name=mode][value=sector]").isDisabled()).toBe(true);

  // A translation by name, seen by everyone at once.
  const uif = await pageOf("uif-convener");
  const wires = uif.locator(".said", { hasText: "Wires leave" });
  await wires.getByRole("link", { name: words("es")("room:said.translateOf", { who: "" }).trim() }).click();
  await wires.locator("textarea[name=text]").fill("Las transferencias salen el mismo día.");
  await submit(uif, "translation");
  await everyone((page) => page.locator(".said-translation", { hasText: "salen el mismo día" }).waitFor());

  // A poll: voted by all, shown once closed.
  await chair
    .locator("details", { has: chair.locator('form[action$="/polls"]') })
    .first()
    .locator("summary")
    .click();
  const poll = chair.locator('form[action$="/polls"]');
  const typed = {
    questionEs: "¿Ayuda un aviso?",
    questionEn: "Does an advisory help?",
    "option.0.Es": "Sí",
    "option.0.En": "Yes",
    "option.1.Es": "No",
    "option.1.En": "No",
  };
  for (const [name, text] of Object.entries(typed)) await poll.locator(`[name="${name}"]`).fill(text);
  await submit(chair, "polls");
  await everyone(async (page) => {
    const ballot = page.locator('form[action$="/ballots"]');
    await ballot.locator("input").first().check();
    await ballot.locator("button[type=submit]").click();
  });
  const closing = chair.locator("details", { has: chair.locator('form[action$="/closing"]') }).first();
  await closing.locator("summary").click();
  await submit(chair, "closing");
  await everyone((page, key) =>
    page
      .getByText(words(languageOf(key))("floor:polls.closed"), { exact: true })
      .first()
      .waitFor(),
  );

  // A line that was cut: what was said meanwhile is there once, when it is back.
  const bravo = await pageOf("banco-del-bravo-officer");
  await bravo.context().setOffline(true);
  await say("rio-grande-bank-officer", "unattributed", "Said while a line was down.");
  await heard(uif, "Said while a line was down.");
  await bravo.context().setOffline(false);
  await heard(bravo, "Said while a line was down.");
  expect(await bravo.locator(".said .words", { hasText: "Said while a line was down." }).count()).toBe(1);
}

/** Ended by its chair in one process, and heard by the windows that another one serves. */
async function ended() {
  const chair = await visit.as("fincen-convener");
  await open(chair, origin + paths.room("en", id));
  await chair.getByRole("link", { name: words("en")("floor:chair.end") }).click();
  await submit(chair, "ending");
  await away(chair, "ending");
  await everyone((page, key) => page.getByText(words(languageOf(key))("room:over.words")).waitFor());
  await chair.close();
}

/** The rapporteur enters and writes, a participant comments while they may, and the notes are mended. */
async function written() {
  const rapporteur = await go("fincen-rapporteur", paths.roomTerms);
  await submit(rapporteur, "acceptance");
  await rapporteur.locator("#receipt").waitFor();
  await go("fincen-rapporteur", paths.roundtableMinutes);
  await fill(rapporteur, {
    summaryEs: "Se compararon señales.",
    summaryEn: "Signals were compared.",
    "item.0.Es": "Efectivo de terceros.",
    "item.0.En": "Third-party cash.",
    "item.1.Es": "Sin tratar.",
    "item.1.En": "Not taken up.",
  });
  await submit(rapporteur, "notes");
  await rapporteur.locator(".words", { hasText: "Signals were compared." }).waitFor();
  await fill(rapporteur, { days: "1" });
  await submit(rapporteur, "showing");
  await away(rapporteur, "showing");

  const bravo = await go("banco-del-bravo-officer", paths.roundtableMinutes);
  await bravo.locator(".words", { hasText: "Se compararon señales." }).waitFor();
  await fill(bravo, { words: "Falta decir que fue antes del mediodía." });
  await submit(bravo, "comments");
  await bravo.locator(".session-comments", { hasText: "antes del mediodía" }).waitFor();

  await go("fincen-rapporteur", paths.roundtableMinutes);
  await rapporteur.locator(".session-comments", { hasText: "antes del mediodía" }).waitFor();
  await fill(rapporteur, {
    "item.0.Es": "Efectivo de terceros, antes del mediodía.",
    "item.0.En": "Third-party cash, before midday.",
  });
  await submit(rapporteur, "notes");
  await rapporteur.locator(".words", { hasText: "before midday" }).waitFor();
  await go("banco-del-bravo-officer", paths.roundtableMinutes);
  await bravo.locator(".words", { hasText: "Efectivo de terceros, antes del mediodía." }).waitFor();
}

/** What was promised, met by who owes it and seen so by who convened; and what goes before the desk. */
async function owed() {
  const what = "Share the wording of the alert.";
  const chair = await go("fincen-convener", paths.roundtableMinutes);
  await fill(chair, { whatEs: "Compartir el texto de la alerta.", whatEn: what, due: dayAfter(20) });
  await chair
    .locator("select[name=organisationId]")
    .selectOption(memberOf("rio-grande-bank-officer").organisationId);
  await submit(chair, "commitments");
  await chair.locator("tr", { hasText: what }).waitFor();

  const bank = await go("rio-grande-bank-officer", paths.commitments);
  const own = bank.locator("tr", { hasText: what });
  await own.locator("summary").click();
  await own.locator("[name=note]").fill("Sent to both desks.");
  await own.getByRole("button", { name: words("en")("commitments:met") }).click();
  await own.getByText(words("en")("commitments:states.met"), { exact: true }).waitFor();
  await go("fincen-convener", paths.commitments);
  await chair.locator("tr", { hasText: "Sent to both desks." }).waitFor();

  await go("fincen-convener", paths.roundtableProposals);
  await fill(chair, {
    wordsEs: "Depósitos de terceros que se transfieren el mismo día.",
    wordsEn: "Third-party deposits that are wired out on the same day.",
  });
  await submit(chair, "proposals");
  await chair.locator(".proposals", { hasText: "wired out on the same day" }).waitFor();
}

/** Once everyone could comment, each authority for itself. */
async function approved() {
  for (const key of conveners) {
    const page = await go(key, paths.roundtableMinutes);
    await submit(page, "approval");
    await away(page, "approval");
  }
  const bank = await go("rio-grande-bank-officer", paths.roundtableMinutes);
  await bank.getByText(words("en")("minutes:state.approved")).waitFor();
}

/** A summary for everyone, approved by both; and the desk finds the proposal, which says nothing of a session. */
async function told() {
  const chair = await go("fincen-convener", paths.roundtableSummary);
  await fill(chair, {
    titleEs: "Efectivo de terceros",
    titleEn: "Third-party cash",
    bodyEs: "Los depósitos de terceros llegan antes del mediodía.",
    bodyEn: "Third-party deposits arrive before midday.",
  });
  await chair.locator("select[name=tlp]").selectOption("CLEAR");
  await chair.locator("input[name=period][value=day]").check();
  await submit(chair, "text");
  await chair.locator('form[action$="/approval"]').waitFor();
  for (const key of conveners) {
    const page = await go(key, paths.roundtableSummary);
    await submit(page, "approval");
    await away(page, "approval");
  }
  await go("fincen-convener", paths.roundtableSummary);
  await submit(chair, "publication");
  await away(chair, "publication");

  const desk = await pageOf("fincen-analyst");
  const proposal = desk.locator(".proposals li", { hasText: "wired out on the same day" });
  await expect
    .poll(async () => {
      await go("fincen-analyst", paths.deskProposals);
      return proposal.count();
    }, patience)
    .toBe(1);
  expect(await proposal.textContent()).not.toMatch(/roundtable|session|quill/i);
}

/** By what the jobs run, sixty days on: of the session there is nothing left but its proof; its summary is read by anybody. */
async function destroyed() {
  const at = new Date(now.getTime() + 60 * dayMs);
  await showSummaries(world.db, { at });
  // A job of a process that looks after the room at that moment comes first; the purge is then of its next turn.
  const chair = await pageOf("fincen-convener");
  await expect
    .poll(async () => {
      await purgeRoundtables(world.db, { master, at });
      return (await chair.goto(origin + paths.room("en", id)))?.status();
    }, patience)
    .toBe(404);
  const gone = [paths.room, paths.roundtable, paths.roundtableMinutes, paths.roomTerms];
  for (const key of Object.keys(people)) {
    const page = await pageOf(key);
    for (const path of gone) {
      const answer = await page.goto(origin + path(languageOf(key), id));
      expect([key, answer?.status()]).toEqual([key, 404]);
    }
  }
  for (const key of conveners) {
    const page = await go(key, paths.roundtableRecord);
    await page.getByText(words(languageOf(key))("vaults:proof.roundtable.purged"), { exact: true }).waitFor();
    expect(await page.content()).not.toMatch(/tellers|Third-party|terceros/);
  }
  const bank = await go("rio-grande-bank-officer", paths.commitments);
  expect(await bank.getByText("Share the wording").count()).toBe(0);

  const outsider = await visit.as(null);
  const told = [
    ["en", "Third-party cash", "Third-party deposits arrive before midday."],
    ["es", "Efectivo de terceros", "Los depósitos de terceros llegan antes del mediodía."],
  ] as const;
  for (const [lang, title, body] of told) {
    await open(outsider, origin + paths.summaries(lang));
    await outsider.getByRole("link", { name: title, exact: true }).click();
    await outsider.getByText(body).waitFor();
    expect(await violationsIn(outsider)).toEqual([]);
  }
}
