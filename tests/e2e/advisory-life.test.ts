import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "~/domain/advisories/advisory.form";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aVisit, chromiumPath, patience, taken, type Visit } from "../support/browser";
import { demoDatabase } from "../support/demo";
import { aDeskVisit, giving } from "../support/desk-visit";
import type { World } from "../support/world";

const walkPatience = 240_000;

let world: World;
let visit: Visit;
let desk: ReturnType<typeof aDeskVisit>;
beforeAll(async () => {
  if (!chromiumPath) return;
  world = await demoDatabase();
  visit = await aVisit({ database: world });
  desk = aDeskVisit(visit, world);
}, 240_000);
afterAll(async () => {
  await visit?.close();
  await world?.close();
});

const atDraft = /\/desk\/[0-9a-f-]{36}$/;
const draftOf = (page: Page) => page.url().split("/").at(-1) ?? "";

const type = async (page: Page, field: string, text: string) => {
  const place = page.locator(`[id="${field}"]`);
  await place.fill(text);
  await place.blur();
};

const isSaved = (page: Page, lang: Language) =>
  expect
    .poll(() => page.getByText(i18nOf(lang).t("desk:save.saved"), { exact: true }).count(), patience)
    .toBeGreaterThan(0);

/** Everyone whose clearance a joint advisory of FinCEN and UIF needs. */
const clearances = [
  ["fincen-legal", "legal"],
  ["fincen-translator-es", "language-es"],
  ["fincen-translator-en", "language-en"],
  ["fincen-approver", "approval"],
  ["fincen-approver-2", "approval"],
  ["uif-approver", "approval"],
] as const;

async function clearAll(lang: Language, id: string) {
  const { t } = i18nOf(lang);
  for (const [persona, kind] of clearances) {
    const { page } = await desk.look(persona, paths.draft(lang, id));
    await giving(page, lang, kind).click();
    const takeBack = t("desk:clearances.takeBack", { kind: t(`desk:kind.${kind}`) });
    await page.getByRole("button", { name: takeBack }).waitFor();
  }
}

/** The wall clock of the zone, to the minute, as a form takes it. */
function onTheClock(at: Date, timeZone: string) {
  const part = Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(at)
      .map(({ type: name, value }) => [name, value]),
  );
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

async function setEmbargo(lang: Language, id: string, at: Date) {
  const { t } = i18nOf(lang);
  const { page: publisher } = await desk.look("fincen-publisher", paths.draftPart(lang, id, "publication"));
  const zone = await publisher.locator('select[name="zone"]').inputValue();
  const { date, time } = onTheClock(at, zone);
  await publisher.locator('input[name="date"]').fill(date);
  await publisher.locator('input[name="time"]').fill(time);
  await publisher.getByRole("button", { name: t("desk:publication.schedule", { n: 1 }) }).click();
}

describe.skipIf(!chromiumPath).each(["es", "en"] as const)("the life of a joint advisory, in %s", (lang) => {
  const { t } = i18nOf(lang);

  test(
    "draft, parity, clearances, embargo, publication, amendment, comparison, withdrawal",
    async () => {
      const { page: analyst } = await desk.look("fincen-analyst", paths.newDraft(lang));
      await analyst.locator('[name="type"]').selectOption("alert");
      await analyst.locator('form button[type="submit"]').last().click();
      await analyst.waitForURL(atDraft);
      const id = draftOf(analyst);
      await taken(analyst);

      // UIF joins as an issuer: its approval will be needed.
      await analyst.getByRole("button", { name: t("desk:issuers.add") }).click();
      await analyst.getByLabel(t("desk:issuers.authority")).selectOption({ label: "UIF" });
      await isSaved(analyst, lang);

      await type(analyst, "title/es", "Alerta de prueba sobre depósitos en efectivo");
      await type(analyst, "title/en", "Test alert on cash deposits");
      await type(
        analyst,
        "summary/es",
        "Se observaron 1,246 reportes por 1,400 millones de dólares al 20 de junio de 2024.",
      );
      await type(analyst, "summary/en", "1,264 reports for $1.4 billion were observed as of June 20, 2024.");
      await analyst.getByRole("button", { name: t("desk:redFlags.add") }).click();
      const flagEs = analyst.locator('[name^="redFlags/"][name$="/text/es"]').last();
      // Whoever added it types at once.
      await expect
        .poll(() => flagEs.evaluate((field) => field === document.activeElement), patience)
        .toBe(true);
      await flagEs.fill("El cliente deposita efectivo en tres plazas el mismo día.");
      await flagEs.blur();
      const flagEn = analyst.locator('[name^="redFlags/"][name$="/text/en"]').last();
      await flagEn.fill("The customer deposits cash in three places on the same day.");
      await flagEn.blur();
      await isSaved(analyst, lang);

      const summary = analyst.locator('.piece[data-path="summary"]');
      await expect
        .poll(() => summary.getByRole("img", { name: t("desk:parity.differs") }).count(), patience)
        .toBeGreaterThan(0);
      await expect.poll(() => summary.getByText(/1,264/).count(), patience).toBeGreaterThan(0);
      await type(analyst, "summary/en", "1,246 reports for $1.4 billion were observed as of June 20, 2024.");
      await expect
        .poll(() => summary.getByRole("img", { name: t("desk:parity.agrees") }).count(), patience)
        .toBeGreaterThan(0);
      await isSaved(analyst, lang);

      const { page: publisher } = await desk.look(
        "fincen-publisher",
        paths.draftPart(lang, id, "publication"),
      );
      expect(await publisher.getByText(t("desk:publication.notReady")).count()).toBeGreaterThan(0);
      await clearAll(lang, id);

      await desk.look("fincen-publisher", paths.draft(lang, id));
      const number = await publisher
        .getByText(/FIN-\d{4}-Alert\d{3}/)
        .first()
        .textContent();
      const address = number?.match(/FIN-\d{4}-Alert\d{3}/)?.[0] ?? "";
      const stranger = await visit.as(null);
      const publicPage = visit.origin + paths.advisory(lang, address);
      expect((await stranger.goto(publicPage))?.status()).toBe(404);

      await setEmbargo(lang, id, new Date(Date.now() + 26 * 3_600_000));
      const lift = publisher.getByRole("button", { name: t("desk:publication.cancelEmbargo") });
      await lift.first().click();
      await expect.poll(() => lift.count(), patience).toBe(0);
      if (lang === "es") {
        await setEmbargo(lang, id, new Date(Date.now() + 26 * 3_600_000));
        await lift.first().waitFor();
        expect((await stranger.request.get(publicPage)).status()).toBe(404);
        // The embargo's time comes without anybody waiting for it.
        await world.owner`update drafts set scheduled_for = now() where id = ${id}`;
        await expect
          .poll(
            async () => (await stranger.request.get(visit.origin + paths.json(address))).status(),
            patience,
          )
          .toBe(200);
      } else {
        await desk.look("fincen-publisher", paths.draftPart(lang, id, "publication"));
        await publisher.getByRole("button", { name: t("desk:publication.publish", { n: 1 }) }).click();
        await publisher.waitForURL(publicPage);
      }
      for (const reader of ["es", "en"] as const) {
        expect((await stranger.goto(visit.origin + paths.advisory(reader, address)))?.status()).toBe(200);
        expect(await stranger.getByText("RF-01").count()).toBeGreaterThan(0);
      }

      await desk.look("fincen-analyst", paths.deskAdvisory(lang, address, "amendment"));
      await analyst.locator('main form button[type="submit"]').last().click();
      await analyst.waitForURL(atDraft);
      const second = draftOf(analyst);
      await taken(analyst);
      await type(
        analyst,
        "summary/es",
        "Se observaron 1,300 reportes por 1,400 millones de dólares al 20 de junio de 2024.",
      );
      await type(analyst, "summary/en", "1,300 reports for $1.4 billion were observed as of June 20, 2024.");
      await type(analyst, "changeNote/es", "Se actualiza la cifra de reportes.");
      await type(analyst, "changeNote/en", "The number of reports is updated.");
      await isSaved(analyst, lang);
      for (const [persona, kind] of clearances) await desk.clear(persona, second, kind);
      await desk.look("fincen-publisher", paths.draftPart(lang, second, "publication"));
      await publisher.getByRole("button", { name: t("desk:publication.publish", { n: 2 }) }).click();
      await publisher.waitForURL(publicPage);

      await stranger.goto(visit.origin + paths.changes(lang, address, 1, 2));
      expect(await stranger.locator("ins").filter({ hasText: "1,300" }).count()).toBeGreaterThan(0);
      expect(await stranger.locator("del").filter({ hasText: "1,246" }).count()).toBeGreaterThan(0);

      await desk.look("fincen-publisher", paths.deskAdvisory(lang, address, "withdrawal"));
      await publisher.locator('[name="reasonEs"]').fill("Era una prueba.");
      await publisher.getByRole("button", { name: t("desk:withdrawal.do", { number: address }) }).click();
      await expect
        .poll(() => publisher.getByText(t("refused:reason_missing_en")).count(), patience)
        .toBeGreaterThan(0);
      expect(await publisher.locator('[name="reasonEs"]').inputValue()).toBe("Era una prueba.");
      await publisher.locator('[name="reasonEn"]').fill("It was a test.");
      await publisher.getByRole("button", { name: t("desk:withdrawal.do", { number: address }) }).click();
      await publisher.waitForURL(publicPage);
      // Kept pages hear of what was published; how soon is not what is asked here.
      const reason = stranger.getByText(lang === "es" ? "Era una prueba." : "It was a test.");
      await expect
        .poll(async () => (await stranger.goto(publicPage)) && reason.count(), patience)
        .toBeGreaterThan(0);

      expect(visit.complaints).toEqual([]);
    },
    walkPatience,
  );
});
