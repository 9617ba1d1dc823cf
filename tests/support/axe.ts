import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const wcag = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** As its makers publish it for browsers: less than half of what would else go to each page. */
const inPlaywright = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const axeSource = readFileSync(inPlaywright.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on the page as it stands, a line each; by every rule of WCAG 2.2 AA, or by some `only`. */
export async function violationsIn(page: Page, { only }: { only?: string[] } = {}): Promise<string[]> {
  // A page that is looked at again has it already.
  const isThere = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder({ page, axeSource: isThere ? "void 0" : axeSource })
    .options({ resultTypes: ["violations"] })
    // No page has frames, so the mode that opens a second window for them would only cost time.
    .setLegacyMode();
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(wcag)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}
