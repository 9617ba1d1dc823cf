import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countedQuestions } from "~/domain/rounds/questions";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aVisit, chromiumPath, open, patience, type Visit } from "../support/browser";
import { demoDatabase } from "../support/demo";
import type { World } from "../support/world";

let world: World;
let visit: Visit;
let sheet: string;
let sheetId: string;

const { t } = i18nOf("en");
const question = (page: Page, place: string) => page.locator(`[data-place="${place}"]`);
const chosen = (page: Page, place: string) => question(page, place).locator("input:checked");
const isSaved = (page: Page) => page.locator('.sheet-save[data-state="saved"]').waitFor();

/** Asks as that persona's program. */
async function asProgram(persona: string) {
  const page = await visit.as(null);
  const headers = { origin: visit.origin };
  const { token } = await (
    await page.request.post(`${visit.origin}/demo/token`, { form: { persona }, headers })
  ).json();
  return async (method: string, path: `/${string}`, body?: unknown) => {
    const answer = await page.request.fetch(visit.origin + paths.api(path), {
      method,
      headers: { Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { data: body }),
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
}

/** A round of FinCEN's, about an advisory of which the institution keeps a board. */
async function anOpenRound() {
  const convener = await asProgram("fincen-convener");
  const countries = ["US", "MX"];
  const { id } = await convener("POST", "/rounds", {
    subject: { kind: "advisory", number: "FIN-2025-A014", version: 2 },
    mode: "unattributed",
    title: { es: "¿Qué han visto?", en: "What have you seen?" },
    readersStatement: { es: "La leen tres personas.", en: "Three people read it." },
    invited: { jurisdictions: countries, sectors: [], organisations: [] },
    tlp: "GREEN",
    audience: { jurisdictions: countries, sectors: [], organisations: [], members: [] },
    closesAt: new Date(Date.now() + 10 * 86_400_000).toISOString(),
  });
  await convener("POST", `/rounds/${id}/opening`, { revision: 1, notForSupervision: true });
  return String(id);
}

/** All that is still to be answered, by a program of the institution's. */
async function fillTheRest() {
  const program = await asProgram("rio-grande-bank-analyst");
  const { answers } = await program("GET", `/rounds/${sheetId}/sheet`);
  const given = new Set(
    answers.map((one: { row: number; question: string }) => `${one.row}.${one.question}`),
  );
  const { rows: asked } = await program("GET", `/rounds/${sheetId}`);
  const rows = asked.map(({ n }: { n: number }) => n);
  await program("PATCH", `/rounds/${sheetId}/sheet`, {
    answers: countedQuestions
      .filter(({ required }) => required)
      .flatMap(({ key, about, categories: [first] }) =>
        (about === "round" ? [0] : rows).map((row: number) => ({
          row,
          question: key,
          answer: first,
          revision: 0,
        })),
      )
      .filter(({ row, question: key }) => !given.has(`${row}.${key}`)),
  });
}

describe.skipIf(!chromiumPath)("the form of a round", () => {
  beforeAll(async () => {
    world = await demoDatabase();
    visit = await aVisit({ database: world });
    sheetId = await anOpenRound();
    sheet = visit.origin + paths.roundSheet("en", sheetId, 1);
  }, 400_000);
  afterAll(async () => {
    await visit?.close();
    await world?.close();
  });

  test("two colleagues fill it in at once, offline too, and lose no word; the officer signs and corrects", async () => {
    const [ana, luis] = [
      await visit.as("rio-grande-bank-analyst"),
      await visit.as("rio-grande-bank-officer"),
    ];
    await open(ana, sheet);
    await open(luis, sheet);

    // By the keyboard alone; the colleague sees it without asking.
    await question(ana, "1.seen").locator("input[type=radio]").first().focus();
    await ana.keyboard.press("4");
    await ana.keyboard.press("Enter");
    await ana.keyboard.press("1");
    await expect.poll(() => chosen(luis, "1.adopted").inputValue(), patience).toBe("already-covered");
    expect(await chosen(luis, "1.seen").inputValue()).toBe("often");
    await luis.locator(".sheet-others").waitFor();

    // Without a line: kept, counted, and both answers there where the colleague answered the same question.
    await ana.context().setOffline(true);
    await question(ana, "1.clarity").locator("input[value='5']").check();
    await ana.locator(".sheet-more summary").click();
    const words = question(ana, "1.missingRecords").locator("textarea");
    await words.fill("Login times");
    await ana.getByText(t("rounds:sheet.save.away", { count: 2 })).waitFor();
    await question(luis, "1.clarity").locator("input[value='2']").check();
    await isSaved(luis);
    await ana.context().setOffline(false);
    await ana.getByRole("button", { name: t("rounds:sheet.keepMine") }).click();
    await isSaved(ana);
    await expect.poll(() => chosen(luis, "1.clarity").inputValue(), patience).toBe("5");

    // A reload while nothing is sent finds the words again.
    await ana.context().setOffline(true);
    await words.fill("Login times and devices");
    await ana.locator('.sheet-save[data-state="away"]').waitFor();
    await ana.context().setOffline(false);
    await open(ana, sheet);
    await expect.poll(() => words.inputValue(), patience).toBe("Login times and devices");
    await isSaved(ana);

    // What identifies someone is stopped while it is typed, and stays in the page.
    await ana.locator(".sheet-more summary").click();
    const wording = question(ana, "1.suggestedWording");
    await wording.locator("textarea").fill("Ask jane.doe@example.com");
    await wording.locator(".finding-list").waitFor();
    await ana.getByText(t("rounds:sheet.save.held", { count: 1 })).waitFor();
    await wording.locator("textarea").fill("Name the channel");
    await wording.locator(".finding-list").waitFor({ state: "detached" });
    await isSaved(ana);

    await fillTheRest();
    await luis.getByRole("link", { name: t("rounds:sheet.review") }).click();
    await luis.getByText("Name the channel").waitFor();
    await luis.getByRole("button", { name: t("rounds:sign.act") }).click();
    await luis.getByText(t("rounds:receipt.once")).waitFor();
    await luis.getByRole("link", { name: t("rounds:receipt.kept") }).click();
    await luis.getByText(t("rounds:sheet.signed", { version: 1 })).waitFor();
    await open(luis, sheet);
    await question(luis, "1.seen").locator("input[value='rarely']").check();
    await isSaved(luis);
    await luis.getByRole("link", { name: t("rounds:sheet.review") }).click();
    await luis.getByRole("button", { name: t("rounds:sign.again", { version: 2 }) }).click();
    await luis.getByText(t("rounds:receipt.once")).waitFor();
    expect(visit.complaints.filter((one) => !one.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  }, 200_000);

  test("two people write one answer, and one reply, at once: words are joined, both texts shown, nothing lost", async () => {
    const analyst = await asProgram("fincen-analyst");
    const { items: questions } = await analyst("GET", "/questions");
    const asked = questions.find(({ state }: { state: string }) => state === "asked").id;
    const answerOf = async () => (await analyst("GET", `/questions/${asked}`)).draft?.answer;
    const { items: rounds } = await analyst("GET", "/rounds");
    const closed = rounds.find(({ state }: { state: string }) => state === "closed").id;
    const places = [
      [paths.question("en", asked), ["fincen-analyst", "fincen-officer"]],
      [paths.roundReply("en", closed, "row-1"), ["fincen-officer", "fincen-officer-2"]],
    ] as const;
    for (const [path, personas] of places) {
      const [ana, luis] = [await visit.as(personas[0]), await visit.as(personas[1])];
      const mark = (page: Page, state: string) => page.locator(`.save-mark[data-state="${state}"]`).waitFor();
      const field = (page: Page, name: string) => page.locator(`textarea[name="${name}"]`);
      await open(ana, visit.origin + path);
      await open(luis, visit.origin + path);
      await field(ana, "answerEn").fill("The period begins with the deposit.");
      await mark(ana, "saved");
      await field(luis, "answerEs").fill("El plazo comienza con el depósito.");
      await mark(luis, "saved");
      // What the colleague wrote came with the answer to one's own.
      await expect
        .poll(() => field(luis, "answerEn").inputValue(), patience)
        .toBe("The period begins with the deposit.");

      // Both write over the same words; one of them without a line, and loads the page anew.
      await ana.context().setOffline(true);
      await field(ana, "answerEn").fill("The period begins with the purchase.");
      await mark(ana, "away");
      await field(luis, "answerEn").fill("The period begins with the transfer.");
      await field(luis, "answerEs").focus();
      await mark(luis, "saved");
      await ana.context().setOffline(false);
      await open(ana, visit.origin + path);
      const conflict = ana.locator(".conflict");
      await conflict.getByText("transfer").waitFor();
      await conflict.getByText("purchase").waitFor();
      await conflict.getByRole("button", { name: t("desk:conflict.both") }).click();
      await conflict.getByRole("button", { name: t("desk:conflict.keepMine") }).click();
      await conflict.waitFor({ state: "detached" });
      await mark(ana, "saved");
      expect(await field(ana, "answerEn").inputValue()).toBe(
        "The period begins with the purchase.\n\nThe period begins with the transfer.",
      );

      // What identifies someone stays in its field and is not sent; the rest is.
      await field(ana, "answerEs").fill("El plazo de jane.doe@example.com comienza antes.");
      await ana.locator(".finding-list").waitFor();
      await ana.getByText(t("desk:save.unfit", { count: 1 })).waitFor();
      await field(ana, "answerEs").fill("El plazo comienza antes.");
      await ana.locator(".finding-list").waitFor({ state: "detached" });
      await ana.getByText(t("desk:save.saved"), { exact: true }).waitFor();
    }
    await expect.poll(answerOf, patience).toEqual({
      es: "El plazo comienza antes.",
      en: "The period begins with the purchase.\n\nThe period begins with the transfer.",
    });
    expect(visit.complaints.filter((one) => !one.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  }, 200_000);
});
