import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const wcag = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** What axe finds wrong on the page as it stands, a line each; by every rule of WCAG 2.2 AA, or by `rules` alone. */
export async function violationsIn(page: Page, rules?: string[]): Promise<string[]> {
  // Half a megabyte of script, and a page that is looked at again has it already.
  const isThere = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: "void 0" }) })
    .options({ resultTypes: ["violations"] })
    // No page has frames, so the mode that opens a second window for them would only cost time.
    .setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(wcag)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}
