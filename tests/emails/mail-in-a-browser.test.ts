import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violationsIn } from "../support/axe";
import { aBrowser, chromiumPath } from "../support/browser";
import { everyMail } from "../support/mails";

let browser: Browser;
let page: Page;
/** What a mail asked of any machine. */
const asked: string[] = [];
beforeAll(async () => {
  if (!chromiumPath) return;
  browser = await aBrowser();
  page = await browser.newPage({ reducedMotion: "reduce" });
  page.on("request", (request) => asked.push(request.url()));
});
afterAll(() => browser?.close());

describe.skipIf(!chromiumPath).each(["es", "en"] as const)("every mail in %s, opened,", (language) => {
  test("fits a telephone and a narrow window, and asks nothing of any machine", async () => {
    for (const [kind, { html }] of await everyMail(language))
      for (const width of [320, 640]) {
        await page.setViewportSize({ width, height: 800 });
        await page.setContent(html);
        const [wide, narrow] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [scrollWidth, clientWidth];
        });
        expect(wide, `${kind} at ${width}`).toBeLessThanOrEqual(narrow);
      }
    expect(asked).toEqual([]);
  });

  test.each(["light", "dark"] as const)("can be read by everyone on %s paper", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const mails = new Map(await everyMail(language));
    // One of each shape: with a button and a label, without, with lists.
    for (const kind of ["advisory-amended", "member-left", "digest", "quiet digest"]) {
      await page.setContent(mails.get(kind)?.html ?? "");
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(paper, kind).toBe(colorScheme === "dark" ? "rgb(18, 28, 39)" : "rgb(251, 249, 244)");
      expect(await violationsIn(page), kind).toEqual([]);
    }
  });
});
