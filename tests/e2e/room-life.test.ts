import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareSession } from "~/demo/load-roundtable.server";
import { persona } from "~/demo/persona";
import type { Language } from "~/domain/advisories/advisory.form";
import { openKeys } from "~/domain/auth/open-keys.server";
import { submitMinutes } from "~/domain/minutes/submit-minutes.server";
import { writeMinutes } from "~/domain/minutes/write-minutes.server";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { purgeRoundtables } from "~/domain/vaults/purge-roundtables.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aVisit, chromiumPath, open, type Visit } from "../support/browser";
import { demoDatabase, demoSecret } from "../support/demo";
import { text, value } from "../support/desk";
import type { World } from "../support/world";

// Two conveners, a bank in Mexico and two institutions in the United States, one with 314(b) and one without.

const people: Record<string, Language> = {
  "fincen-convener": "en",
  "uif-convener": "es",
  "banco-del-bravo-officer": "es",
  "rio-grande-bank-officer": "en",
  "mesquite-credit-union-officer": "en",
};
const institutions = Object.keys(people).filter((key) => key.endsWith("-officer"));

let world: World;
let visit: Visit;
let id = "";
let keys: Awaited<ReturnType<typeof openKeys>>["keys"];
let master: Awaited<ReturnType<typeof openKeys>>["master"];
const pages = new Map<string, Page>();

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const words = (lang: Language) => i18nOf(lang).t;
const languageOf = (key: string) => people[key] ?? "es";
const pageOf = (key: string) => {
  const page = pages.get(key);
  if (!page) throw new Error(`${key} has no window`);
  return page;
};
const go = (key: string, path: (lang: Language, id: string) => string) =>
  open(pageOf(key), visit.origin + path(languageOf(key), id));
const submit = (page: Page, act: string) =>
  page.locator(`form[action$="/${act}"] button[type=submit]`).first().click();
const everyone = (look: (page: Page, key: string) => Promise<unknown>) =>
  Promise.all([...pages].map(([key, page]) => look(page, key)));

async function say(key: string, mode: string, said: string, kind: "words" | "question" = "words") {
  const page = pageOf(key);
  await page.locator(`.composer input[name=kind][value=${kind}]`).check();
  await page.locator("#say-text").fill(said);
  await page.locator(`.composer input[name=mode][value=${mode}]`).check();
  await submit(page, "contributions");
}
const heard = (page: Page, said: string) => page.locator(".said .words", { hasText: said }).first().waitFor();

beforeAll(async () => {
  if (!chromiumPath) return;
  world = await demoDatabase();
  const none = { masterKey: undefined, masterKeyBefore: undefined };
  ({ keys, master } = await openKeys({ dataDir: "", secretKey: demoSecret, ...none }));
  id = await prepareSession(world.db, {
    now: new Date(),
    keys,
    times: { date: tomorrow, from: "10:00", to: "12:00", zone: "UTC" },
  });
  visit = await aVisit({ database: world });
  for (const key of Object.keys(people)) pages.set(key, await visit.as(key));
}, 180_000);
afterAll(async () => {
  await visit?.close();
  await world?.close();
});

describe.skipIf(!chromiumPath)("the life of a session", () => {
  test("from its convening to the end of its record, in both languages", { timeout: 180_000 }, async () => {
    // Convened: until then the institutions find nothing.
    expect(
      (await pageOf("rio-grande-bank-officer").goto(visit.origin + paths.roundtable("en", id)))?.status(),
    ).toBe(404);
    await go("fincen-convener", paths.roundtable);
    await submit(pageOf("fincen-convener"), "convening");
    await pageOf("fincen-convener").locator('form[action$="/convening"]').waitFor({ state: "detached" });

    // Seats: each officer names themselves.
    for (const key of institutions) {
      const page = pageOf(key);
      await go(key, paths.roundtable);
      await page.locator("select[name=memberId]").selectOption(persona(key, new Date()).memberId);
      await submit(page, "seats");
      await page.locator(`form[action$="/answer"]`).waitFor();
    }

    // Entering: no content before the terms, each in the reader's language, with a receipt.
    for (const key of Object.keys(people)) {
      const page = pageOf(key);
      const t = words(languageOf(key));
      await go(key, paths.room);
      expect(new URL(page.url()).pathname).toBe(paths.roomTerms(languageOf(key), id));
      await submit(page, "acceptance");
      await page.getByText(t("room:terms.receipt")).waitFor();
      await page.getByRole("link", { name: t("room:terms.enter") }).click();
      await page.locator("#room-conversation").waitFor();
      await page.locator(".room-live[data-live]").waitFor();
    }

    // Opened by FinCEN; everyone sees it without a reload, and can speak.
    await submit(pageOf("fincen-convener"), "opening");
    await everyone((page) => page.locator('.item-state[data-state="now"]').waitFor());
    await everyone((page) => page.locator(".composer input[name=kind][value=words]").waitFor());

    const spoken: [string, string, string][] = [
      ["fincen-convener", "named", "What do tellers see first?"],
      ["banco-del-bravo-officer", "organisation", "Depósitos de terceros antes del mediodía."],
      ["rio-grande-bank-officer", "sector", "Wires leave on the same day."],
      ["mesquite-credit-union-officer", "unattributed", "The payment reference repeats."],
      ["uif-convener", "named", "Coincide con lo que vemos."],
    ];
    for (const [key, mode, said] of spoken) {
      await say(key, mode, said);
      await everyone((page) => heard(page, said));
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
    const alone = pageOf("mesquite-credit-union-officer").locator(".composer input[name=mode][value=sector]");
    expect(await alone.isDisabled()).toBe(true);

    // A translation by name, seen by everyone at once.
    const uif = pageOf("uif-convener");
    const wires = uif.locator(".said", { hasText: "Wires leave" });
    await wires.getByRole("link", { name: words("es")("room:said.translateOf", { who: "" }).trim() }).click();
    await wires.locator("textarea[name=text]").fill("Las transferencias salen el mismo día.");
    await submit(uif, "translation");
    await everyone((page) => page.locator(".said-translation", { hasText: "salen el mismo día" }).waitFor());

    // A poll: voted by all, shown once closed.
    const chair = pageOf("fincen-convener");
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
    for (const [name, said] of Object.entries(typed)) await poll.locator(`[name="${name}"]`).fill(said);
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
    const bravo = pageOf("banco-del-bravo-officer");
    await bravo.context().setOffline(true);
    await say("rio-grande-bank-officer", "unattributed", "Said while a line was down.");
    await heard(pageOf("uif-convener"), "Said while a line was down.");
    await bravo.context().setOffline(false);
    await heard(bravo, "Said while a line was down.");
    expect(await bravo.locator(".said .words", { hasText: "Said while a line was down." }).count()).toBe(1);

    // Ended, written up and shown; then sealed and destroyed at its date.
    const during = new Date(`${tomorrow}T10:30:00Z`);
    const by = persona("fincen-convener", during);
    const room = { roundtableId: id, keys, at: during };
    value(await endRoundtable(world.db, { ...room, by }));
    await everyone((page, key) => page.getByText(words(languageOf(key))("room:over.words")).waitFor());
    const rapporteur = persona("fincen-rapporteur", during);
    value(await acceptTerms(world.db, { ...room, version: 1, language: "en", by: rapporteur }));
    const notes = {
      summary: text("Se compararon señales.", "Signals were compared."),
      items: [
        text("Efectivo de terceros.", "Third-party cash."),
        text("Sin tratar.", "Not taken up."),
        text("Sin tratar.", "Not taken up."),
      ],
    };
    value(await writeMinutes(world.db, { ...room, notes, revision: 0, by: rapporteur }));
    value(await submitMinutes(world.db, { ...room, revision: 1, days: 10, by: rapporteur }));
    await go("banco-del-bravo-officer", paths.roundtableMinutes);
    await bravo.getByText("Se compararon señales.").waitFor();
    await go("rio-grande-bank-officer", paths.roundtableMinutes);
    await pageOf("rio-grande-bank-officer").getByText("Signals were compared.").waitFor();

    await purgeRoundtables(world.db, { master, at: new Date(during.getTime() + 400 * 86_400_000) });
    for (const key of Object.keys(people)) {
      const answer = await pageOf(key).goto(visit.origin + paths.room(languageOf(key), id));
      expect([key, answer?.status()]).toEqual([key, 404]);
    }
    await go("fincen-convener", paths.roundtableRecord);
    expect(await chair.content()).not.toContain("tellers");
    // A browser without a line says so itself.
    expect(visit.complaints.filter((said) => !said.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  });
});
