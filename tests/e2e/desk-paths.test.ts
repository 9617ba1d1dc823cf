import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { emptyRedFlag } from "~/domain/advisories/advisory";
import type { Language } from "~/domain/advisories/advisory.form";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aVisit, chromiumPath, open, patience, type Visit } from "../support/browser";
import { demoDatabase } from "../support/demo";
import { aDeskVisit, giving, said } from "../support/desk-visit";
import type { World } from "../support/world";

let world: World;
let visit: Visit;
let desk: ReturnType<typeof aDeskVisit>;

const byId = (page: Page, id: string) => page.locator(`[id="${id}"]`);
const isSaved = (page: Page, lang: Language) =>
  expect
    .poll(() => page.getByText(i18nOf(lang).t("desk:save.saved"), { exact: true }).count(), patience)
    .toBeGreaterThan(0);

async function type(page: Page, id: string, text: string) {
  const place = byId(page, id);
  await place.fill(text);
  await place.blur();
}

async function publish(lang: Language, id: string) {
  const { page } = await desk.look("fincen-publisher", paths.draftPart(lang, id, "publication"));
  await page.getByRole("button", { name: i18nOf(lang).t("desk:publication.publish", { n: 1 }) }).click();
  await page.waitForURL(/\/advisories\//);
  return decodeURIComponent(new URL(page.url()).pathname.split("/").at(-1) ?? "");
}

describe.skipIf(!chromiumPath)("the desk", () => {
  beforeAll(async () => {
    world = await demoDatabase();
    visit = await aVisit({ database: world });
    desk = aDeskVisit(visit, world);
  }, 400_000);
  afterEach(() => expect(visit.complaints.splice(0)).toEqual([]));
  afterAll(async () => {
    await visit?.close();
    await world?.close();
  });

  describe.each(["es", "en"] as const)("without scripts, in %s", (lang) => {
    test("a draft gets its parts, its facts and its readers by forms, and nothing typed is lost", async () => {
      const { t } = i18nOf(lang);
      const id = await desk.open();
      const page = await visit.as("fincen-analyst", { scripts: false });
      await page.goto(visit.origin + paths.draft(lang, id));
      const press = (name: string) => page.getByRole("button", { name, exact: true }).first().click();
      const save = () => press(t("desk:saveEdits"));
      const labels = () => page.locator(".desk-flag .flag-label").allTextContents();

      await press(t("desk:sections.add"));
      await page.locator("[id$='/heading/es'][id^='sections/']").fill("Antecedentes");
      await press(t("desk:redFlags.add"));
      await press(t("desk:redFlags.add"));
      expect(await page.locator("[id$='/heading/es'][id^='sections/']").inputValue()).toBe("Antecedentes");
      await press(t("desk:items.up", { name: "RF-02" }));
      expect(await labels()).toEqual(["RF-02", "RF-01"]);
      await page.locator("[id^='redFlags/'][id$='/text/es']").first().fill("Depósitos sin motivo.");
      await press(t("desk:items.remove", { name: "RF-01" }));
      expect(await labels()).toEqual(["RF-02"]);
      expect(await page.locator("[id^='redFlags/'][id$='/text/es']").inputValue()).toBe(
        "Depósitos sin motivo.",
      );

      await byId(page, "tlp").selectOption("AMBER");
      await page.locator("input[name='audience/jurisdictions'][value=MX]").check();
      await page.locator("select[name='+audience/jurisdictions']").selectOption("GT");
      await page.locator("#typology-to-add").selectOption("funnel-accounts");
      await page.locator("[name='relations#0#number']").fill("FIN-2024-A001");
      await page.locator("[name='issuers#1#organisationId?']").selectOption({ label: "UIF" });
      await page.locator("[name='issuers#1#role']").selectOption("joint");
      await save();
      expect(await byId(page, "tlp").inputValue()).toBe("AMBER");
      expect(await page.locator("input[name='audience/jurisdictions']:checked").count()).toBe(2);
      expect(await page.locator("#typologies code").allTextContents()).toEqual(["funnel-accounts"]);
      expect(await page.locator("[name='relations#0#number']").inputValue()).toBe("FIN-2024-A001");

      const theirs = { kind: "set", path: "title/es", was: "Alerta de prueba sobre depósitos" } as const;
      await desk.write("fincen-analyst-2", id, [{ ...theirs, now: "El título de otra persona" }]);
      await byId(page, "title/es").fill("Mi título");
      await byId(page, "title/en").fill("My\ntitle");
      await save();
      const answer = page.getByRole("heading", { name: t("desk:unsaved.title") }).locator("..");
      expect(await answer.textContent()).toContain("El título de otra persona");
      expect(await byId(page, "title/es").inputValue()).toBe("Mi título");
      await byId(page, "title/es").fill("El título de las dos");
      await press(t("desk:unsaved.save"));
      expect(await byId(page, "title/es").inputValue()).toBe("El título de las dos");
      expect(await byId(page, "title/en").inputValue()).toBe("My title");
      await page.context().close();
    });
  });

  test("red flags are put in order by the keyboard and by the pointer, and keep their numbers", async () => {
    const { t } = i18nOf("es");
    const flags = [1, 2, 3].map((n) => ({
      ...emptyRedFlag(randomUUID(), n),
      text: { es: `Señal ${n}.`, en: `Flag ${n}.` },
    }));
    const id = await desk.open();
    await desk.write(
      "fincen-analyst",
      id,
      flags.map((item, i) => ({
        kind: "add",
        list: "redFlags",
        item,
        after: flags[i - 1]?.id ?? null,
      })),
    );
    const { page } = await desk.look("fincen-analyst", paths.draft("es", id));
    // Not by its role: while something is carried, react-aria shows assistive technology nothing but the places to drop it.
    const list = page.locator(".order-list").last();
    expect(await list.getAttribute("aria-label")).toBe(
      t("desk:outline.order", { name: t("desk:parts.redFlags") }),
    );
    const order = async () => (await list.locator(".order-entry .number").allTextContents()).join(" ");
    await expect.poll(order, patience).toBe("RF-01 RF-02 RF-03");

    await list.locator(".order-entry").last().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const target = list.locator("[data-drop-target] [role=button]");
    await expect.poll(() => target.getAttribute("aria-label"), patience).toContain("Insertar");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(order, patience).not.toBe("RF-01 RF-02 RF-03");
    const afterKeyboard = await order();
    await isSaved(page, "es");

    const entries = list.locator(".order-entry");
    await entries.last().dragTo(entries.first(), { targetPosition: { x: 40, y: 2 } });
    await expect.poll(order, patience).not.toBe(afterKeyboard);
    const afterPointer = await order();
    await isSaved(page, "es");
    await desk.look("fincen-analyst", paths.draft("es", id));
    await expect.poll(order, patience).toBe(afterPointer);
    expect(afterPointer.split(" ").sort().join(" ")).toBe("RF-01 RF-02 RF-03");
  }, 240_000);

  test("an advisory is superseded by one in force, and its page leads there in both languages", async () => {
    const { t } = i18nOf("en");
    const { page } = await desk.look(
      "fincen-publisher",
      paths.deskAdvisory("en", "FIN-2026-A015", "supersession"),
    );
    const act = page.getByRole("button", { name: t("desk:supersession.do", { number: "FIN-2026-A015" }) });
    await page.locator("#replacement").fill("FIN-1999-A001");
    await act.click();
    await said(page, t("refused:replacement_unknown", { number: "FIN-1999-A001" }));
    expect(await page.locator("#replacement").inputValue()).toBe("FIN-1999-A001");
    expect(await page.locator("#replacement").getAttribute("aria-invalid")).toBe("true");

    await page.locator("#replacement").fill("FIN-2026-A011");
    await act.click();
    await page.waitForURL(visit.origin + paths.advisory("en", "FIN-2026-A015"));
    const reader = await visit.as(null);
    for (const lang of ["es", "en"] as const) {
      await open(reader, visit.origin + paths.advisory(lang, "FIN-2026-A015"));
      const banner = reader.locator(`main a[href="${paths.advisory(lang, "FIN-2026-A011")}"]`).first();
      expect(await banner.count()).toBe(1);
      await said(reader, i18nOf(lang).t("terms:status.superseded"));
    }
    await reader.context().close();
  }, 240_000);

  test("an enforcement lesson's own fields are drafted, published and read in both languages", async () => {
    const { t } = i18nOf("es");
    const id = await desk.open({ type: "enforcement-lesson" });
    const { page } = await desk.look("fincen-analyst", paths.draft("es", id));
    await page.getByRole("button", { name: t("desk:lesson.addInstitution") }).click();
    const institution = t("desk:items.nth", { name: t("desk:lesson.institution"), n: 1 });
    await page.getByLabel(`${institution}: ${t("desk:lesson.name")}`).fill("Banco Inventado, S.A.");
    await page.getByLabel(`${institution}: LEI`).fill("DEMO00INVENTADO00082");
    await page.getByLabel(`${institution}: BIC`).fill("ZINVMXM0");
    await type(page, "lesson/orderNumber", "2026-07");
    await type(page, "lesson/period/from", "2019");
    await type(page, "lesson/period/to", "2024-06");
    await type(page, "lesson/amount", "1,300");
    await said(page, t("refused:bad_amount"));
    expect(await byId(page, "lesson/amount").inputValue()).toBe("1,300");
    await type(page, "lesson/amount", "1300000000");
    await type(page, "lesson/currency", "USD");
    await page.getByLabel(t("terms:failure.backlog")).check();
    const note = page.locator('[id="lesson/failures/backlog/note/es"]');
    await note.fill("Nadie revisó 12 alertas.");
    await note.blur();
    await type(page, "lesson/failures/backlog/note/en", "Nobody reviewed 12 alerts.");
    await isSaved(page, "es");
    await desk.clearAll(id);
    const number = await publish("es", id);

    const reader = await visit.as(null);
    await open(reader, visit.origin + paths.advisory("es", number));
    for (const text of [
      "Banco Inventado, S.A.",
      "DEMO00INVENTADO00082",
      "ZINVMXM0",
      "2026-07",
      "1,300 millones",
    ])
      await said(reader, text);
    await said(reader, t("terms:failure.backlog"));
    await said(reader, "Nadie revisó 12 alertas.");
    await open(reader, visit.origin + paths.advisory("en", number));
    await said(reader, i18nOf("en").t("terms:failure.backlog"));
    await said(reader, "Nobody reviewed 12 alerts.");
    await reader.context().close();
  }, 240_000);

  test("a statement's own fields are drafted, published without scripts, and read in both languages", async () => {
    const { t } = i18nOf("en");
    const id = await desk.open({ type: "statement" });
    const { page } = await desk.look("fincen-analyst", paths.draft("en", id));
    await type(page, "statement/speaker", "Grace Tillinghast");
    await type(page, "statement/heldOn", "2026-09-24");
    await byId(page, "statement/form").selectOption("dialogue");
    await type(page, "statement/capacity/es", "Directora en funciones");
    await type(page, "statement/capacity/en", "Acting director");
    await type(page, "statement/venue/es", "Universidad de El Paso");
    await type(page, "statement/venue/en", "University of El Paso");
    await isSaved(page, "en");
    await desk.clearAll(id, { except: ["fincen-approver-2"] });

    const approver = await visit.as("fincen-approver-2", { scripts: false });
    await approver.goto(visit.origin + paths.draft("en", id));
    await giving(approver, "en", "approval").click();
    await approver
      .getByRole("button", {
        name: t("desk:clearances.takeBack", { kind: t("desk:kind.approval") }),
      })
      .waitFor();
    const publisher = await visit.as("fincen-publisher", { scripts: false });
    await publisher.goto(visit.origin + paths.draftPart("en", id, "publication"));
    await publisher.getByRole("button", { name: t("desk:publication.publish", { n: 1 }) }).click();
    await publisher.waitForURL(/\/advisories\//);
    const address = new URL(publisher.url()).pathname;
    for (const text of ["Grace Tillinghast", "Acting director", "University of El Paso"]) {
      await said(publisher, text);
    }
    await publisher.goto(visit.origin + address.replace("/en/", "/es/"));
    for (const text of ["Directora en funciones", "Universidad de El Paso", "24 de septiembre de 2026"]) {
      await said(publisher, text);
    }
    for (const one of [approver, publisher]) await one.context().close();
  }, 240_000);

  test("an imported document stands in its language, and its reviewed translation is said to be one", async () => {
    const publisher = await desk.windowOf("fincen-publisher");
    const issued = await publisher.request.post(`${visit.origin}/demo/token`, {
      form: { persona: "fincen-publisher" },
      headers: { origin: visit.origin },
    });
    const { token } = await issued.json();
    const taken = await publisher.request.post(`${visit.origin}/api/v1/imports`, {
      headers: { authorization: `Bearer ${token}`, origin: visit.origin },
      data: {
        document: {
          title: "Notice on parcels of cash",
          language: "en",
          regulator: "Supervisor of Nowhere",
          redFlags: [{ n: 1, text: "A parcel is paid for in cash by three people." }],
        },
        publish: true,
      },
    });
    expect(taken.status(), await taken.text()).toBe(200);
    const { number } = await taken.json();
    const reader = await visit.as(null);
    await open(reader, visit.origin + paths.advisory("es", number));
    await said(reader, i18nOf("es").t("reading:translation.missing"));

    const { page } = await desk.look("fincen-analyst", paths.deskAdvisory("es", number, "amendment"));
    await page.locator('main form button[type="submit"]').last().click();
    await page.waitForURL(/\/desk\/[0-9a-f-]{36}$/);
    const id = page.url().split("/").at(-1) ?? "";
    await desk.look("fincen-analyst", paths.draft("es", id));
    await type(page, "title/es", "Comunicado sobre paquetes de efectivo");
    await page.getByRole("button", { name: i18nOf("es").t("desk:redFlags.edit", { id: "RF-01" }) }).click();
    await page
      .locator('[name^="redFlags/"][name$="/text/es"]')
      .last()
      .fill("Tres personas pagan un paquete en efectivo.");
    await byId(page, "translation/es").selectOption("human-reviewed");
    await type(page, "changeNote/es", "Se agrega la traducción.");
    await type(page, "changeNote/en", "Adds the translation.");
    await isSaved(page, "es");
    await desk.look("fincen-publisher", paths.draftPart("es", id, "publication"));
    expect(await publisher.getByText(i18nOf("es").t("desk:publication.ready")).count()).toBe(0);
    await desk.clear("fincen-translator-es", id, "language-es");
    await desk.look("fincen-publisher", paths.draftPart("es", id, "publication"));
    await said(publisher, i18nOf("es").t("desk:publication.ready"));
    await publisher
      .getByRole("button", { name: i18nOf("es").t("desk:publication.publish", { n: 2 }) })
      .click();
    await publisher.waitForURL(/\/advisories\//);
    await open(reader, visit.origin + paths.advisory("es", number));
    await said(reader, "Comunicado sobre paquetes de efectivo");
    await said(reader, i18nOf("es").t("reading:translation.human-reviewed"));
    await reader.context().close();
  }, 240_000);

  const pasteMillions = (page: Page, place: string) =>
    byId(page, place).evaluate((area) => {
      if (!(area instanceof HTMLTextAreaElement)) throw new Error("not a text");
      area.focus();
      const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
      write?.call(area, "dinero ".repeat(750_000));
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.blur();
    });

  test("five million characters in a text are refused at their place and stay there", async () => {
    const { page } = await desk.look("fincen-analyst", paths.draft("es", await desk.open()));
    await pasteMillions(page, "summary/es");
    await said(page, i18nOf("es").t("refused:too_long"));
    const kept = byId(page, "summary/es").evaluate((area) => "value" in area && String(area.value).length);
    expect(await kept).toBe(5_250_000);
    await page.evaluate(() => localStorage.clear());
  }, 240_000);

  test("five million characters in a comment are refused beside it and stay there", async () => {
    const { t } = i18nOf("en");
    const { page } = await desk.look("fincen-analyst", paths.draft("en", await desk.open()));
    const comment = page.getByLabel(t("desk:comments.addWhole")).last();
    await pasteMillions(page, (await comment.getAttribute("id")) ?? "");
    await page
      .getByRole("button", { name: t("desk:comments.add") })
      .last()
      .click();
    await said(page, t("refused:too_large", { limit: 2 }));
    expect((await comment.inputValue()).length).toBe(5_250_000);
    await page.evaluate(() => localStorage.clear());
  }, 240_000);

  test.each(["es", "en"] as const)(
    "a file that is not what its name says is refused at the form, in %s",
    async (lang) => {
      const { t } = i18nOf(lang);
      const id = await desk.open();
      const { page } = await desk.look("fincen-analyst", paths.draft(lang, id));
      const form = page.locator("form.upload");
      const png = Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
        "base64",
      );
      await form
        .locator('input[type="file"]')
        .setInputFiles({ name: "informe.pdf", mimeType: "application/pdf", buffer: png });
      await form.getByRole("button", { name: t("desk:attachments.upload") }).click();
      await expect
        .poll(() => form.getByText(t("refused:file_kind_false", { ending: "pdf" })).count(), patience)
        .toBe(1);
      expect(await page.getByText("informe.pdf").count()).toBe(0);
    },
    240_000,
  );

  test("a typology is added in both languages or not at all, and its entry is rewritten", async () => {
    const { t } = i18nOf("es");
    const { page } = await desk.look("fincen-analyst", paths.newTypology("es"));
    await byId(page, "code").fill("fuel-smuggling");
    await byId(page, "nameEs").fill("Oro de origen ilícito");
    await byId(page, "descriptionEs").fill("Compra y venta de oro extraído sin permiso.");
    await byId(page, "amltrix").fill("T12");
    const add = page.getByRole("button", { name: t("desk:catalogue.add") });
    await add.click();
    await said(page, t("refused:bad_amltrix"));
    await byId(page, "amltrix").fill("");
    await add.click();
    await said(page, t("refused:incomplete_en"));
    expect(await byId(page, "nameEn").getAttribute("aria-invalid")).toBe("true");
    await byId(page, "nameEn").fill("Illicit gold");
    await byId(page, "descriptionEn").fill("Trade in gold mined without a permit.");
    await add.click();
    await said(page, t("refused:code_taken", { code: "fuel-smuggling" }));
    expect(await byId(page, "nameEs").inputValue()).toBe("Oro de origen ilícito");
    await byId(page, "code").fill("illicit-gold");
    await add.click();
    await page.waitForURL(visit.origin + paths.typology("es", "illicit-gold"));
    await said(page, "Oro de origen ilícito");

    const other = await desk.look("fincen-analyst", paths.deskTypology("en", "illicit-gold"));
    await byId(other.page, "nameEn").fill("Gold of illicit origin");
    await other.page.getByRole("button", { name: i18nOf("en").t("desk:catalogue.save") }).click();
    await other.page.waitForURL(visit.origin + paths.typology("en", "illicit-gold"));
    await said(other.page, "Gold of illicit origin");
    expect((await desk.look("fincen-approver", paths.newTypology("en"))).status).toBe(403);
  }, 240_000);
});
