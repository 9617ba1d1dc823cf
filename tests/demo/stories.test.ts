import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { completeLanguages, normaliseKeyTerm, publicRedFlagId } from "~/domain/advisories/advisory";
import { advisoryContentSchema } from "~/domain/advisories/advisory.form";
import { checkParity } from "~/domain/parity/check-parity";
import { demoOrganisations } from "~db/demo/organisations";
import { contentFor, type DemoAdvisory } from "~db/demo/story";
import { typologies } from "~db/demo/typologies";

const files = import.meta.glob<Record<string, unknown>>("../../db/demo/advisories/*.ts", { eager: true });
const isStory = (value: unknown): value is DemoAdvisory =>
  typeof value === "object" && value !== null && "slug" in value && "versions" in value;
const stories = Object.values(files).flatMap((file) => Object.values(file).filter(isStory));

const organisationIds = new Map(
  demoOrganisations(new Date("2026-11-22T00:00:00Z")).map(({ shortName, id }) => [shortName, id]),
);
const techniques = new Set(
  readFileSync("db/reference/amltrix-techniques.csv", "utf8")
    .split("\n")
    .map((line) => line.split(",")[0]),
);
const codes = new Set(typologies.map(({ code }) => code));
const publicIds = new Set(
  stories.flatMap((story) =>
    story.versions.flatMap(({ redFlags }) => redFlags.map((flag) => publicRedFlagId(story.number, flag))),
  ),
);

test("every file of the demo tells one advisory, and no number is used twice", () => {
  expect(stories).toHaveLength(Object.keys(files).length);
  expect(new Set(stories.map(({ number }) => number)).size).toBe(stories.length);
});

describe.each(stories.map((story) => [story.slug, story] as const))("%s", (_, story) => {
  const contents = story.versions.map((version) => contentFor(version, organisationIds));
  const published = contents.slice(0, story.publishedOn.length);

  test("fits the content model", () => {
    for (const content of contents) expect(advisoryContentSchema.parse(content)).toEqual(content);
  });

  test("has a publication day for each version but at most one draft, in order", () => {
    const drafts = contents.length - story.publishedOn.length;
    expect([0, 1]).toContain(drafts);
    if (story.draftInClearance) expect(drafts).toBe(1);
    expect([...story.publishedOn].sort()).toEqual(story.publishedOn);
  });

  test("is complete in both languages wherever it is published", () => {
    for (const content of published) expect(completeLanguages(content)).toEqual(["es", "en"]);
  });

  test("says the same in both languages, piece by piece", () => {
    for (const content of published) expect(checkParity(content).findings).toEqual([]);
  });

  test("says what changed from the second published version on", () => {
    for (const content of published.slice(1)) {
      expect(content.changeNote.es).not.toBe("");
      expect(content.changeNote.en).not.toBe("");
    }
  });

  test("never drops a red flag that it once printed", () => {
    for (const [i, content] of contents.slice(1).entries()) {
      const kept = content.redFlags.map(({ id }) => id);
      expect(kept).toEqual(expect.arrayContaining(contents[i]?.redFlags.map(({ id }) => id) ?? []));
    }
  });

  test("points only to techniques, typologies, groups and red flags that exist", () => {
    for (const content of contents) {
      const groups = content.groups.map(({ id }) => id);
      for (const flag of content.redFlags) {
        expect(flag.amltrix.filter((id) => !techniques.has(id))).toEqual([]);
        expect(flag.combinesWith.filter((id) => !publicIds.has(id))).toEqual([]);
        expect(flag.group === null || groups.includes(flag.group)).toBe(true);
      }
      expect(content.typologies.filter(({ code }) => !codes.has(code))).toEqual([]);
    }
  });

  test("keeps key terms within the 50 characters of SAR field 2", () => {
    for (const { filing } of contents) {
      for (const { printed, normalised } of filing.us.keyTerms) {
        expect(printed.length).toBeLessThanOrEqual(50);
        expect(normalised).toBe(normaliseKeyTerm(printed));
      }
    }
  });
});

test("each typology of the catalogue is told in both languages with techniques that exist", () => {
  for (const { name, description, amltrix } of typologies) {
    for (const text of [name.es, name.en, description.es, description.en]) expect(text).not.toBe("");
    expect(amltrix.filter((id) => !techniques.has(id))).toEqual([]);
  }
});

test("no printed typology leads to two entries of the catalogue", () => {
  const printed = typologies.flatMap((typology) => typology.printed.map((term) => term.toLowerCase()));
  expect(new Set(printed).size).toBe(printed.length);
});
