import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const wcag = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** What axe finds wrong on the page as it stands, a line each; by every rule of WCAG 2.2 AA, all `but` some, or some `only`. */
export async function violationsIn(
  page: Page,
  { only, but = [] }: { only?: string[]; but?: string[] } = {},
): Promise<string[]> {
  // Half a megabyte of script, and a page that is looked at again has it already.
  const isThere = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: "void 0" }) })
    .options({ resultTypes: ["violations"] })
    // No page has frames, so the mode that opens a second window for them would only cost time.
    .setLegacyMode();
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(wcag).disableRules(but)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}
