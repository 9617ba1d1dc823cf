import { expect, test } from "vitest";
import { emptyContent } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { withStaleTranslation } from "~/domain/drafts/stale-translation";

const imported = (es: "human-reviewed" | "certified" | "missing"): AdvisoryContent => ({
  ...emptyContent("alert", []),
  origin: "imported",
  translation: { es, en: "original" },
});

test("a translation is stale once the original's words change and its own do not", () => {
  expect(withStaleTranslation(imported("certified"), ["summary/en"]).translation.es).toBe("stale");
});

test("a translation that changes along with the original stands", () => {
  expect(withStaleTranslation(imported("certified"), ["summary/en", "summary/es"]).translation.es).toBe(
    "certified",
  );
});

test("a state that somebody has just given stands", () => {
  expect(
    withStaleTranslation(imported("human-reviewed"), ["summary/en", "translation/es"]).translation.es,
  ).toBe("human-reviewed");
});

test("what is not there, and a native advisory, cannot be stale", () => {
  expect(withStaleTranslation(imported("missing"), ["summary/en"]).translation.es).toBe("missing");
  const native = { ...imported("certified"), origin: "native" as const };
  expect(withStaleTranslation(native, ["summary/en"]).translation.es).toBe("certified");
});

test("the translation's own words and the note of a change leave it as it is", () => {
  expect(withStaleTranslation(imported("certified"), ["summary/es", "changeNote/en"]).translation.es).toBe(
    "certified",
  );
});
