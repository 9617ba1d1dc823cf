import { describe, expect, test } from "vitest";
import { piecesOf } from "~/domain/advisories/advisory";
import { checkParity } from "~/domain/parity/check-parity";
import { demoOrganisations } from "~db/demo/organisations";
import { demoStories } from "~db/demo/stories";
import { contentFor, type DemoAdvisory } from "~db/demo/story";
import { typologies } from "~db/demo/typologies";

const files = import.meta.glob<Record<string, unknown>>("../../db/demo/advisories/*.ts", { eager: true });
const isStory = (value: unknown): value is DemoAdvisory =>
  typeof value === "object" && value !== null && "slug" in value && "versions" in value;
const stories = Object.values(files).flatMap((file) => Object.values(file).filter(isStory));

const organisationIds = new Map(
  demoOrganisations(new Date("2026-11-22T00:00:00Z")).map(({ shortName, id }) => [shortName, id]),
);
const codes = new Set(typologies.map(({ code }) => code));

test("every file tells one advisory, and the demo loads it", () => {
  expect(stories).toHaveLength(Object.keys(files).length);
  expect(demoStories.map(({ number }) => number).sort()).toEqual(stories.map(({ number }) => number).sort());
});

describe.each(stories.map((story) => [story.slug, story] as const))("%s", (_, story) => {
  const contents = story.versions.map((version) => contentFor(version, organisationIds));
  const published = contents.slice(0, story.publishedOn.length);

  test("says the same in both languages, piece by piece, in every published version", () => {
    for (const content of published) expect(checkParity(content).findings).toEqual([]);
  });

  test("quotes with “ ” in both languages, and parts a percentage from its sign in Spanish alone", () => {
    for (const content of contents) {
      for (const { path, text } of piecesOf(content)) {
        expect(`${path} ${text.es}`).not.toMatch(/[«»]|\d ?%/);
        expect(`${path} ${text.en}`).not.toMatch(/[«»]|\d\s%/);
      }
    }
  });

  test("never drops a red flag that it once printed", () => {
    for (const [i, content] of contents.slice(1).entries()) {
      const kept = content.redFlags.map(({ id }) => id);
      expect(kept).toEqual(expect.arrayContaining(contents[i]?.redFlags.map(({ id }) => id) ?? []));
    }
  });

  test("puts its flags in its own groups and its typologies in the catalogue", () => {
    for (const { groups, redFlags, typologies: named } of contents) {
      const known = [null, ...groups.map(({ id }) => id)];
      expect(redFlags.filter(({ group }) => !known.includes(group))).toEqual([]);
      expect(named.filter(({ code }) => !codes.has(code))).toEqual([]);
    }
  });

  test("borrows a red flag only from an advisory that printed it earlier", () => {
    for (const [i, content] of published.entries()) {
      for (const { id, home } of content.redFlags) {
        if (home === null) continue;
        const source = stories.find(({ number }) => number === home);
        const earlier = source?.versions.filter(
          (_version, n) => (source.publishedOn[n] ?? "9999") <= (story.publishedOn[i] ?? ""),
        );
        expect(earlier?.some(({ redFlags }) => redFlags.some((flag) => flag.id === id))).toBe(true);
      }
    }
  });
});
