import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aVisit, chromiumPath, patience, type Visit } from "../support/browser";
import { demoDatabase } from "../support/demo";
import { aDeskVisit, giving, said } from "../support/desk-visit";
import { aWire } from "../support/wire";
import type { World } from "../support/world";

let world: World;
let wire: Awaited<ReturnType<typeof aWire>>;
let visit: Visit;
let desk: ReturnType<typeof aDeskVisit>;

describe.skipIf(!chromiumPath)("while the database is away from the desk", () => {
  beforeAll(async () => {
    world = await demoDatabase();
    const { hostname, port } = new URL(world.ownerUrl);
    wire = await aWire({ host: hostname, port: Number(port) });
    const byWire = (address: string) =>
      Object.assign(new URL(address), { hostname: "127.0.0.1", port: String(wire.port) }).href;
    visit = await aVisit({
      database: { ownerUrl: byWire(world.ownerUrl), webUrl: byWire(world.webUrl) },
    });
    desk = aDeskVisit(visit, world);
  }, 400_000);
  afterAll(async () => {
    await visit?.close();
    await wire?.close();
    await world?.close();
  });

  test.each(["es", "en"] as const)(
    "words are kept and saved afterwards, acts are refused in their place, pages say when to come back, in %s",
    async (lang) => {
      const { t } = i18nOf(lang);
      const id = await desk.open();
      const words =
        lang === "es" ? "Se observaron 1,246 reportes en total." : "In all, 1,246 reports were observed.";
      const legal = await desk.look("fincen-legal", paths.draft(lang, id));
      const { page } = await desk.look("fincen-analyst", paths.draft(lang, id));

      await wire.cut();
      const summary = page.locator(`[id="summary/${lang}"]`);
      await summary.fill(words);
      await summary.blur();
      await said(page, t("desk:save.away"));

      const note = "Se revisó contra el original.";
      await legal.page.getByLabel(t("desk:clearances.note")).first().fill(note);
      await giving(legal.page, lang, "legal").click();
      await said(legal.page, t("refused:unavailable"));
      expect(await legal.page.getByLabel(t("desk:clearances.note")).first().inputValue()).toBe(note);
      expect(await legal.page.locator('[id="summary/es"]').count()).toBe(1);

      // A link of the application, then an address typed anew: both speak of the outage in the page's language.
      await page.getByRole("link", { name: t("desk:draft.preview") }).click();
      await said(page, t("errors:status.503"));
      const typed = await page.goto(visit.origin + paths.draft(lang, id));
      expect(typed?.status()).toBe(503);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang === "es" ? "es-MX" : "en-US");
      await said(page, t("errors:status.503"));

      await wire.mend();
      await expect
        .poll(async () => (await page.request.get(`${visit.origin}/readyz`)).status(), patience)
        .toBe(200);
      await desk.look("fincen-analyst", paths.draft(lang, id));
      await expect.poll(() => summary.inputValue(), patience).toBe(words);
      await expect
        .poll(() => page.getByText(t("desk:save.saved"), { exact: true }).count(), patience)
        .toBeGreaterThan(0);
      const read = async () => {
        const other = await desk.look("fincen-publisher", paths.draft(lang, id));
        return other.page.locator(`[id="summary/${lang}"]`).inputValue();
      };
      // An earlier "saved" may still stand while the kept words are on their way.
      await expect.poll(read, patience).toBe(words);
      expect(visit.complaints.splice(0)).toEqual([]);
    },
    240_000,
  );
});
