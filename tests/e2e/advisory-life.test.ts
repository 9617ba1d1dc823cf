import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "~/domain/advisories/advisory.form";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aVisit, chromiumPath, type Visit } from "../support/browser";

const patience = { timeout: 20_000 };
const walkPatience = 240_000;

let visit: Visit;
beforeAll(async () => {
  if (chromiumPath) visit = await aVisit();
}, 180_000);
afterAll(async () => {
  await visit?.close();
});

const type = async (page: Page, field: string, text: string) => {
  const place = page.locator(`[id="${field}"]`);
  await place.fill(text);
  await place.blur();
};

const isSaved = (page: Page, lang: Language) =>
  expect
    .poll(() => page.getByText(i18nOf(lang).t("desk:save.saved"), { exact: true }).count(), patience)
    .toBeGreaterThan(0);

async function clear(
  lang: Language,
  draft: string,
  persona: string,
  kind: "legal" | "language-es" | "language-en" | "approval",
) {
  const { t } = i18nOf(lang);
  const page = await visit.as(persona);
  await page.goto(draft, { waitUntil: "networkidle" });
  await page
    .getByRole("button", { name: t("desk:clearances.give", { kind: t(`desk:kind.${kind}`) }) })
    .click();
  await expect
    .poll(
      () =>
        page
          .getByRole("button", { name: t("desk:clearances.takeBack", { kind: t(`desk:kind.${kind}`) }) })
          .count(),
      patience,
    )
    .toBe(1);
  await page.context().close();
}

const clearAll = async (lang: Language, draft: string) => {
  await clear(lang, draft, "fincen-legal", "legal");
  await clear(lang, draft, "fincen-translator-es", "language-es");
  await clear(lang, draft, "fincen-translator-en", "language-en");
  await clear(lang, draft, "fincen-approver", "approval");
  await clear(lang, draft, "fincen-approver-2", "approval");
  await clear(lang, draft, "uif-approver", "approval");
};

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

async function setEmbargo(publisher: Page, lang: Language, draft: string, at: Date) {
  const { t } = i18nOf(lang);
  await publisher.goto(`${draft}/publication`, { waitUntil: "networkidle" });
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
      const analyst = await visit.as("fincen-analyst");
      await analyst.goto(visit.origin + paths.newDraft(lang), { waitUntil: "networkidle" });
      await analyst.locator('[name="type"]').selectOption("alert");
      await analyst.locator('form button[type="submit"]').last().click();
      await analyst.waitForURL(/\/desk\/[0-9a-f-]{36}$/);
      const draft = analyst.url();
      await analyst.waitForLoadState("networkidle");

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

      const publisher = await visit.as("fincen-publisher");
      await publisher.goto(`${draft}/publication`, { waitUntil: "networkidle" });
      expect(await publisher.getByText(t("desk:publication.notReady")).count()).toBeGreaterThan(0);
      await clearAll(lang, draft);

      const number = await publisher.goto(draft).then(() =>
        publisher
          .getByText(/FIN-\d{4}-Alert\d{3}/)
          .first()
          .textContent(),
      );
      const address = number?.match(/FIN-\d{4}-Alert\d{3}/)?.[0] ?? "";
      const stranger = await visit.as(null);
      const publicPage = visit.origin + paths.advisory(lang, address);
      expect((await stranger.goto(publicPage))?.status()).toBe(404);

      await setEmbargo(publisher, lang, draft, new Date(Date.now() + 26 * 3_600_000));
      await publisher
        .getByRole("button", { name: t("desk:publication.cancelEmbargo") })
        .first()
        .click();
      await expect
        .poll(
          () => publisher.getByRole("button", { name: t("desk:publication.cancelEmbargo") }).count(),
          patience,
        )
        .toBe(0);
      if (lang === "es") {
        // The next full minute that leaves time to press the button.
        await setEmbargo(publisher, lang, draft, new Date(Math.ceil((Date.now() + 8000) / 60_000) * 60_000));
        await expect
          .poll(async () => (await stranger.request.get(visit.origin + paths.json(address))).status(), {
            timeout: 90_000,
          })
          .toBe(200);
      } else {
        await publisher.goto(`${draft}/publication`, { waitUntil: "networkidle" });
        await publisher.getByRole("button", { name: t("desk:publication.publish", { n: 1 }) }).click();
        await publisher.waitForURL(publicPage);
      }
      for (const reader of ["es", "en"] as const) {
        expect((await stranger.goto(visit.origin + paths.advisory(reader, address)))?.status()).toBe(200);
        expect(await stranger.getByText("RF-01").count()).toBeGreaterThan(0);
      }

      await analyst.goto(`${visit.origin}/${lang}/desk/advisories/${address}/amendment`, {
        waitUntil: "networkidle",
      });
      if (!/\/desk\/[0-9a-f-]{36}$/.test(analyst.url())) {
        await analyst.locator('main form button[type="submit"]').last().click();
        await analyst.waitForURL(/\/desk\/[0-9a-f-]{36}$/);
      }
      const second = analyst.url();
      await analyst.waitForLoadState("networkidle");
      await type(
        analyst,
        "summary/es",
        "Se observaron 1,300 reportes por 1,400 millones de dólares al 20 de junio de 2024.",
      );
      await type(analyst, "summary/en", "1,300 reports for $1.4 billion were observed as of June 20, 2024.");
      await type(analyst, "changeNote/es", "Se actualiza la cifra de reportes.");
      await type(analyst, "changeNote/en", "The number of reports is updated.");
      await isSaved(analyst, lang);
      await clearAll(lang, second);
      await publisher.goto(`${second}/publication`, { waitUntil: "networkidle" });
      await publisher.getByRole("button", { name: t("desk:publication.publish", { n: 2 }) }).click();
      await publisher.waitForURL(publicPage);

      await stranger.goto(visit.origin + paths.changes(lang, address, 1, 2));
      expect(await stranger.locator("ins").filter({ hasText: "1,300" }).count()).toBeGreaterThan(0);
      expect(await stranger.locator("del").filter({ hasText: "1,246" }).count()).toBeGreaterThan(0);

      await publisher.goto(`${visit.origin}/${lang}/desk/advisories/${address}/withdrawal`, {
        waitUntil: "networkidle",
      });
      await publisher.locator('[name="reasonEs"]').fill("Era una prueba.");
      await publisher.getByRole("button", { name: t("desk:withdrawal.do", { number: address }) }).click();
      await expect
        .poll(() => publisher.getByText(t("refused:reason_missing_en")).count(), patience)
        .toBeGreaterThan(0);
      expect(await publisher.locator('[name="reasonEs"]').inputValue()).toBe("Era una prueba.");
      await publisher.locator('[name="reasonEn"]').fill("It was a test.");
      await publisher.getByRole("button", { name: t("desk:withdrawal.do", { number: address }) }).click();
      await publisher.waitForURL(publicPage);
      await stranger.goto(publicPage);
      expect(
        await stranger.getByText(lang === "es" ? "Era una prueba." : "It was a test.").count(),
      ).toBeGreaterThan(0);

      for (const page of [analyst, publisher, stranger]) await page.context().close();
      expect(visit.complaints).toEqual([]);
    },
    walkPatience,
  );
});
