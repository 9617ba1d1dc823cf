import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "~/domain/advisories/advisory.form";
import type { ClearanceKind } from "~/domain/drafts/draft";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aVisit, chromiumPath, patience, type Visit } from "../support/browser";
import { demoDatabase } from "../support/demo";
import { aDeskVisit, completeText, giveRoles, giving, said } from "../support/desk-visit";
import type { World } from "../support/world";

let world: World;
let visit: Visit;
let desk: ReturnType<typeof aDeskVisit>;

const refusedIn =
  (lang: Language) =>
  (reason: string, facts: Record<string, unknown> = {}) =>
    i18nOf(lang).t(`refused:${reason as "not_allowed"}`, facts);
const clearances = (lang: Language, id: string) => paths.draftPart(lang, id, "clearances");
const publication = (lang: Language, id: string) => paths.draftPart(lang, id, "publication");

/** How many have given a clearance, as the desk tells it: the last figure but one of the requirement's line. */
async function given(page: Page, lang: Language, kind: ClearanceKind, authority?: string) {
  const { t } = i18nOf(lang);
  const by = authority ?? t("desk:missing.anyAuthority");
  const line = page.locator(".requirements > li", { hasText: `${t(`desk:kind.${kind}`)}, ${by}` });
  return Number(/(\d+)\s\S+\s\d+/.exec((await line.textContent()) ?? "")?.[1]);
}

/** The publisher finds the button shut, sends its form all the same, and reads why not. */
async function publishingIsRefused(lang: Language, id: string, because: string) {
  const contentHash = await desk.hashOf(id);
  const { page } = await desk.look("fincen-publisher", publication(lang, id));
  const { t } = i18nOf(lang);
  const button = page.getByRole("button", { name: t("desk:publication.publish", { n: 1 }) });
  expect(await button.isDisabled()).toBe(true);

  const { status } = await desk.force("fincen-publisher", publication(lang, id), { contentHash });
  expect(status).toBe(422);
  await said(page, refusedIn(lang)("not_ready"));
  await said(page, because);
  expect(await desk.isPublished(id)).toBe(false);
}

describe.skipIf(!chromiumPath)("clearance and publication, by whoever may not", () => {
  beforeAll(async () => {
    world = await demoDatabase();
    visit = await aVisit({ database: world });
    desk = aDeskVisit(visit, world);
    // No persona has two roles, and some rules are about whoever has.
    await giveRoles(world, "fincen-rapporteur", [{ role: "legal" }, { role: "approver" }]);
    await giveRoles(world, "cnbv-analyst", [
      ...[{ role: "legal" as const }, { role: "approver" as const }, { role: "publisher" as const }],
      ...[
        { role: "translator" as const, language: "es" as const },
        { role: "translator" as const, language: "en" as const },
      ],
    ]);
    await giveRoles(world, "cnbv-approver", [
      { role: "legal" },
      { role: "translator", language: "es" },
      { role: "translator", language: "en" },
    ]);
  }, 400_000);
  afterEach(() => expect(visit.complaints.splice(0)).toEqual([]));
  afterAll(async () => {
    await visit?.close();
    await world?.close();
  });

  test("whoever changed a word of the draft gives no clearance on it", async () => {
    const id = await desk.open();
    const { page } = await desk.look("fincen-legal", paths.draft("es", id));
    const summary = page.locator('[id="summary/es"]');
    await summary.fill("Se observaron 1,246 reportes en total.");
    await summary.blur();
    await said(page, refusedIn("es")("author_may_not_clear"));
    expect(await giving(page, "es", "legal").count()).toBe(0);

    const contentHash = await desk.hashOf(id);
    await desk.force("fincen-legal", clearances("es", id), { kind: "legal", contentHash });
    await said(page, refusedIn("es")("author_may_not_clear"));
    await desk.look("fincen-legal", paths.draft("es", id));
    expect(await given(page, "es", "legal", "FinCEN")).toBe(0);
  }, 240_000);

  test("one person gives one clearance on one text, whatever their roles", async () => {
    const id = await desk.open();
    const { page } = await desk.look("fincen-rapporteur", paths.draft("en", id));
    await giving(page, "en", "legal").click();
    await said(page, refusedIn("en")("already_cleared_another"));
    expect(await giving(page, "en", "approval").count()).toBe(0);

    const contentHash = await desk.hashOf(id);
    await desk.force("fincen-rapporteur", clearances("en", id), { kind: "approval", contentHash });
    await said(page, refusedIn("en")("already_cleared_another"));
    await desk.force("fincen-rapporteur", clearances("en", id), { kind: "legal", contentHash });
    await said(page, refusedIn("en")("already_cleared"));
    await desk.look("fincen-rapporteur", paths.draft("en", id));
    expect(await given(page, "en", "legal", "FinCEN")).toBe(1);
    expect(await given(page, "en", "approval", "FinCEN")).toBe(0);
  }, 240_000);

  test.each([
    { kind: "language-en", by: "fincen-translator-es", whose: "a translator of that language", lang: "es" },
    { kind: "language-es", by: "fincen-analyst-2", whose: "a translator", lang: "en" },
    { kind: "legal", by: "fincen-approver", whose: "the lead authority's legal staff", lang: "en" },
    { kind: "legal", by: "uif-legal", whose: "the lead authority's own legal staff", lang: "es" },
    { kind: "approval", by: "fincen-legal", whose: "an approver", lang: "es" },
  ] as const)(
    "$kind is cleared by $whose: $by is refused",
    async ({ kind, by, lang }) => {
      const id = await desk.open({ joint: ["uif"] });
      const contentHash = await desk.hashOf(id);
      const { page } = await desk.look(by, paths.draft(lang, id));
      expect(await giving(page, lang, kind).count()).toBe(0);

      const { status } = await desk.force(by, clearances(lang, id), { kind, contentHash });
      expect(status).toBe(403);
      await said(page, refusedIn(lang)("not_allowed"));
      await desk.look(by, paths.draft(lang, id));
      const authority = kind.startsWith("language") ? undefined : "FinCEN";
      expect(await given(page, lang, kind, authority)).toBe(0);
    },
    240_000,
  );

  test("the lead authority approves twice, by two people", async () => {
    const { t } = i18nOf("es");
    const id = await desk.open();
    await desk.clearAll(id, { except: ["fincen-approver-2"] });
    const contentHash = await desk.hashOf(id);
    const { page } = await desk.force("fincen-approver", clearances("es", id), {
      kind: "approval",
      contentHash,
    });
    await said(page, refusedIn("es")("already_cleared"));

    await publishingIsRefused("es", id, refusedIn("es")("not_cleared"));
    const publisher = await desk.look("fincen-publisher", paths.draft("es", id));
    await said(
      publisher.page,
      t("desk:missing.clearance", { count: 1, kind: t("desk:kind.approval"), by: "FinCEN" }),
    );
  }, 240_000);

  test.each([
    { kind: "legal", by: "fincen-legal", lang: "es" },
    { kind: "language-es", by: "fincen-translator-es", lang: "en" },
    { kind: "language-en", by: "fincen-translator-en", lang: "es" },
  ] as const)(
    "without $kind nothing is published, however many gave the others",
    async ({ kind, by, lang }) => {
      const { t } = i18nOf(lang);
      const id = await desk.open();
      await desk.clearAll(id, { except: [by] });
      const authority = kind === "legal" ? "FinCEN" : t("desk:missing.anyAuthority");
      const missing = { count: 1, kind: t(`desk:kind.${kind}`), by: authority };
      await publishingIsRefused(lang, id, refusedIn(lang)("not_cleared"));
      const { page } = await desk.look("fincen-publisher", paths.draft(lang, id));
      await said(page, t("desk:missing.clearance", missing));
    },
    240_000,
  );

  test("a language that is not complete is published by nobody, however many cleared it", async () => {
    const id = await desk.open({ changes: completeText.slice(0, 3) });
    await desk.clearAll(id);
    await publishingIsRefused("es", id, refusedIn("es")("incomplete_en"));
  }, 240_000);

  test("each partner authority approves, and no one else for it", async () => {
    const { t } = i18nOf("en");
    const id = await desk.open({ joint: ["uif"] });
    await desk.clearAll(id);
    await publishingIsRefused("en", id, refusedIn("en")("not_cleared"));
    const { page } = await desk.look("fincen-publisher", paths.draft("en", id));
    const missing = t("desk:missing.clearance", { count: 1, kind: t("desk:kind.approval"), by: "UIF" });
    await said(page, missing);

    // An authority that does not issue it knows nothing of it, and its approval is of nothing.
    const contentHash = await desk.hashOf(id);
    await desk.look("cnbv-approver", paths.desk("en"));
    const outsider = await desk.force("cnbv-approver", clearances("en", id), {
      kind: "approval",
      contentHash,
    });
    expect(outsider.status).toBe(404);
    await said(outsider.page, t("errors:status.404"));
    await desk.look("fincen-publisher", paths.draft("en", id));
    await said(page, missing);
  }, 240_000);

  test("a clearance is of one text: an edit undoes it, the desk says which, and the old text is cleared no more", async () => {
    const { t } = i18nOf("en");
    const id = await desk.open();
    await desk.clearAll(id, { except: ["fincen-approver-2"] });
    const cleared = await desk.hashOf(id);

    const analyst = await desk.look("fincen-analyst", paths.draft("en", id));
    const summary = analyst.page.locator('[id="summary/en"]');
    await summary.fill("In all, 1,246 reports were observed.");
    await summary.blur();
    await said(analyst.page, t("desk:clearances.lapsed", { count: 4 }));

    const { page } = await desk.look("fincen-approver-2", paths.draft("en", id));
    const lapses = page.locator(".lapses li");
    expect(await lapses.count()).toBe(4);
    const legal = lapses.filter({ hasText: "Priya Venkataraman-Shaw" });
    expect(await legal.textContent()).toContain(t("desk:kind.legal"));
    expect(await legal.textContent()).toContain("Hannah Whitlock");
    expect(await legal.textContent()).toContain(t("desk:field.summary"));
    expect(await given(page, "en", "legal", "FinCEN")).toBe(0);

    const { status } = await desk.force("fincen-approver-2", clearances("en", id), {
      kind: "approval",
      contentHash: cleared,
    });
    expect(status).toBe(422);
    await said(page, refusedIn("en")("changed_meanwhile"));
    await publishingIsRefused("en", id, refusedIn("en")("not_cleared"));
  }, 240_000);

  test("what was cleared is what is published: the publisher of an older text is refused", async () => {
    const id = await desk.open();
    const older = await desk.hashOf(id);
    await desk.write("fincen-analyst", id, [
      { kind: "set", path: "title/es", was: "Alerta de prueba sobre depósitos", now: "Otro título" },
    ]);
    await desk.clearAll(id);
    const { page } = await desk.look("fincen-publisher", publication("es", id));
    await desk.force("fincen-publisher", publication("es", id), { contentHash: older });
    await said(page, refusedIn("es")("changed_meanwhile"));
    expect(await desk.isPublished(id)).toBe(false);
  }, 240_000);

  test("an open comment holds the publication until it is resolved", async () => {
    const { t } = i18nOf("es");
    const id = await desk.open();
    await desk.clearAll(id);
    const approver = await desk.look("fincen-approver", paths.draft("es", id));
    const whole = approver.page.locator("form", {
      has: approver.page.locator('input[name="path"][value=""]'),
    });
    await whole.getByLabel(t("desk:comments.addWhole")).fill("Falta citar la fuente de la cifra.");
    await whole.getByRole("button", { name: t("desk:comments.add") }).click();
    await said(approver.page, "Falta citar la fuente de la cifra.");
    await publishingIsRefused("es", id, refusedIn("es")("comments_open", { count: 1 }));

    await desk.look("fincen-approver", paths.draft("es", id));
    await approver.page
      .getByRole("button", { name: t("desk:comments.resolve") })
      .first()
      .click();
    await said(approver.page, t("desk:comments.noneOpen"));
    const publisher = await desk.look("fincen-publisher", publication("es", id));
    await publisher.page.getByRole("button", { name: t("desk:publication.publish", { n: 1 }) }).click();
    await publisher.page.waitForURL(/\/advisories\//);
  }, 240_000);

  test("two languages that differ in a figure are not published, however many cleared them", async () => {
    const id = await desk.open({
      changes: [
        ...completeText.slice(0, 3),
        { kind: "set", path: "summary/en", was: "", now: "1,264 reports were observed." },
      ],
    });
    await desk.clearAll(id);
    await publishingIsRefused("en", id, refusedIn("en")("languages_differ", { count: 1 }));
  }, 240_000);

  test.each(["es", "en"] as const)(
    "an embargo in the past is refused at its field, in %s",
    async (lang) => {
      const { t } = i18nOf(lang);
      const id = await desk.open();
      await desk.clearAll(id);
      const { page } = await desk.look("fincen-publisher", publication(lang, id));
      await page.locator('input[name="date"]').fill("2024-06-20");
      await page.locator('input[name="time"]').fill("09:30");
      await page.getByRole("button", { name: t("desk:publication.schedule", { n: 1 }) }).click();
      const wrong = page.locator('input[name="date"][aria-invalid="true"]');
      await expect.poll(() => wrong.count(), patience).toBe(1);
      await said(page, refusedIn(lang)("embargo_past"));
      expect(await wrong.inputValue()).toBe("2024-06-20");
      expect(await page.locator('input[name="time"]').inputValue()).toBe("09:30");

      const contentHash = await desk.hashOf(id);
      const typed = { date: "2024-06-20", time: "09:30", zone: "UTC", version: "1", contentHash };
      await desk.force("fincen-publisher", paths.draftPart(lang, id, "embargo"), typed);
      await said(page, refusedIn(lang)("embargo_past"));
      expect(await page.locator('input[name="time"]').inputValue()).toBe("09:30");
      await desk.look("fincen-publisher", paths.draft(lang, id));
      expect(await page.getByRole("button", { name: t("desk:publication.cancelEmbargo") }).count()).toBe(0);
    },
    240_000,
  );

  test.each([
    { by: "fincen-analyst", lang: "es" },
    { by: "fincen-approver", lang: "en" },
    { by: "uif-publisher", lang: "es" },
  ] as const)(
    "only the lead authority's publishers publish: $by is refused",
    async ({ by, lang }) => {
      const { t } = i18nOf(lang);
      const id = await desk.open({ joint: ["uif"] });
      await desk.clearAll(id);
      await desk.clear("uif-approver", id, "approval");
      const contentHash = await desk.hashOf(id);
      const { page } = await desk.look(by, paths.draft(lang, id));
      expect(await page.getByRole("link", { name: t("desk:publication.go", { n: 1 }) }).count()).toBe(0);
      await said(page, t("desk:publication.byPublisher"));

      const { status } = await desk.force(by, publication(lang, id), { contentHash });
      expect(status).toBe(403);
      await said(page, t("errors:status.403"));
      expect(await desk.isPublished(id)).toBe(false);
    },
    240_000,
  );

  test.each(["es", "en"] as const)(
    "an authority that does not issue a draft cannot tell it from none, in %s",
    async (lang) => {
      const { t } = i18nOf(lang);
      const id = await desk.open({ joint: ["uif"] });
      const none = "6f1d3c64-2d61-4c0e-9d6f-6f3a1f0e7b11";
      const wordsAt = async (path: string) => {
        const { page, status } = await desk.look("cnbv-publisher", path);
        return { status, words: (await page.locator("main").textContent())?.replaceAll(/\s+/g, " ") };
      };
      for (const of of [
        (draft: string) => paths.draft(lang, draft),
        (draft: string) => publication(lang, draft),
        (draft: string) => paths.draftPart(lang, draft, "preview"),
      ]) {
        const answer = await wordsAt(of(id));
        expect(answer.status).toBe(404);
        expect(answer).toEqual(await wordsAt(of(none)));
      }
      const { page, status } = await desk.force("cnbv-publisher", publication(lang, id), { contentHash: "" });
      expect(status).toBe(404);
      await said(page, t("errors:status.404"));
      await desk.look("cnbv-publisher", paths.desk(lang));
      expect(await page.locator("main").innerHTML()).not.toContain(id);
    },
    240_000,
  );

  test("a written exception lets one person give several clearances, but never the author, so two people at least", async () => {
    const { t } = i18nOf("es");
    const id = await desk.open({ by: "cnbv-analyst" });
    const several = await desk.look("cnbv-approver", paths.draft("es", id));
    await giving(several.page, "es", "legal").click();
    await said(several.page, refusedIn("es")("already_cleared_another"));

    const officer = await desk.look("cnbv-officer", paths.deskSettings("es"));
    await officer.page.getByLabel(t("desk:settings.severalKinds")).check();
    await officer.page.getByLabel(t("desk:settings.oneApproval")).check();
    const reason = "Solo dos personas están en servicio esta semana.";
    await officer.page.getByLabel(t("desk:settings.reason")).fill(reason);
    await officer.page.getByRole("button", { name: t("desk:settings.set") }).click();
    await officer.page.locator("blockquote", { hasText: reason }).waitFor();

    const author = await desk.look("cnbv-analyst", paths.draft("es", id));
    const contentHash = await desk.hashOf(id);
    for (const kind of ["legal", "language-es", "language-en", "approval"] as const) {
      expect(await giving(author.page, "es", kind).count()).toBe(0);
      await desk.force("cnbv-analyst", clearances("es", id), { kind, contentHash });
      await said(author.page, refusedIn("es")("author_may_not_clear"));
    }
    const alone = await desk.force("cnbv-analyst", publication("es", id), { contentHash });
    expect(alone.status).toBe(422);
    await said(alone.page, refusedIn("es")("not_cleared"));

    const { page } = await desk.look("cnbv-approver", paths.draft("es", id));
    await said(page, t("desk:clearances.exception", { organisation: "CNBV" }));
    await said(page, reason);
    for (const kind of ["language-es", "language-en", "approval"] as const) {
      await giving(page, "es", kind).click();
      const takeBack = t("desk:clearances.takeBack", { kind: t(`desk:kind.${kind}`) });
      await page.getByRole("button", { name: takeBack }).waitFor();
    }
    await desk.look("cnbv-analyst", publication("es", id));
    await author.page.getByRole("button", { name: t("desk:publication.publish", { n: 1 }) }).click();
    await author.page.waitForURL(/\/advisories\//);
  }, 240_000);
});
