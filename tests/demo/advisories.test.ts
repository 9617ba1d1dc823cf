import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { completeLanguages, piecesOf, publicRedFlagId } from "~/domain/advisories/advisory";
import { advisoryContentSchema } from "~/domain/advisories/advisory.form";
import { checkParity } from "~/domain/parity/check-parity";
import { demoOrganisations } from "~db/demo/organisations";
import { demoPeople } from "~db/demo/people";
import { contentFor, type DemoAdvisory } from "~db/demo/story";

const files = import.meta.glob<Record<string, DemoAdvisory>>("../../db/demo/advisories/*.ts", {
  eager: true,
});
const advisories = Object.values(files)
  .flatMap((exported) => Object.values(exported))
  .filter((exported) => "versions" in exported);

const organisations = demoOrganisations(new Date("2026-11-22T12:00:00Z"));
const organisationIds = new Map(organisations.map(({ shortName, id }) => [shortName, id]));
const versionsOf = ({ versions }: DemoAdvisory) =>
  versions.map((version) => contentFor(version, organisationIds));

/** The one draft that shows what the parity marks are for. */
const unfinished = "vehicles-and-front-men";

const amltrix = new Set(
  readFileSync("db/reference/amltrix-techniques.csv", "utf8")
    .split("\n")
    .map((line) => line.split(",", 1)[0]),
);

describe("the advisories of the demo", () => {
  it("have numbers and slugs of their own", () => {
    expect(new Set(advisories.map(({ number }) => number)).size).toBe(advisories.length);
    expect(new Set(advisories.map(({ slug }) => slug)).size).toBe(advisories.length);
  });

  it("end in a published version, or stand on the desk", () => {
    for (const { slug, versions, publishedOn } of advisories) {
      expect(versions.length - publishedOn.length, slug).toBeOneOf([0, 1]);
      expect(publishedOn, slug).toEqual([...publishedOn].sort());
    }
  });

  it("are replaced by advisories that exist", () => {
    const numbers = advisories.map(({ number }) => number);
    for (const { withdrawn, supersededBy } of advisories) {
      for (const successor of [withdrawn?.replacedBy, supersededBy]) {
        if (successor) expect(numbers).toContain(successor);
      }
    }
  });

  it("name red flags that exist when they say which weigh more together", () => {
    const known = new Set(
      advisories.flatMap((advisory) =>
        versionsOf(advisory).flatMap(({ redFlags }) =>
          redFlags.map((flag) => publicRedFlagId(advisory.number, flag)),
        ),
      ),
    );
    const named = advisories.flatMap((advisory) =>
      versionsOf(advisory).flatMap(({ redFlags }) => redFlags.flatMap(({ combinesWith }) => combinesWith)),
    );
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it("carry comments on pieces that exist, by people who exist", () => {
    for (const advisory of advisories) {
      const paths = versionsOf(advisory)
        .slice(-1)
        .flatMap(piecesOf)
        .map(({ path }) => path);
      for (const { path, by } of advisory.draftComments ?? []) {
        expect(paths).toContain(path);
        expect(demoPeople.map(({ key }) => key)).toContain(by);
      }
    }
  });
});

describe.each(advisories.map((advisory) => [advisory.slug, advisory] as const))("%s", (slug, advisory) => {
  it("fits the content model in every version", () => {
    for (const content of versionsOf(advisory)) {
      expect(advisoryContentSchema.safeParse(content).error).toBeUndefined();
    }
  });

  it("is whole in both languages, but for the draft that still lacks its Spanish", () => {
    for (const content of versionsOf(advisory)) {
      expect(completeLanguages(content)).toEqual(slug === unfinished ? ["en"] : ["es", "en"]);
    }
  });

  it("says the same in both languages, but for the draft that shows what differs", () => {
    const kinds = versionsOf(advisory).flatMap((content) =>
      checkParity(content).findings.map(({ kind, place, field }) => `${place} ${field} ${kind}`),
    );
    expect(kinds).toEqual(
      slug === unfinished
        ? ["§3 sectionHeading missing", "§3 sectionBody missing", "RF-02 redFlagText amount"]
        : [],
    );
  });

  it("says what changed in each version after the first", () => {
    for (const { changeNote } of versionsOf(advisory).slice(1)) {
      expect(changeNote.es).not.toBe("");
      expect(changeNote.en).not.toBe("");
    }
  });

  it("maps its red flags to techniques that AMLTRIX has", () => {
    const named = versionsOf(advisory).flatMap(({ redFlags }) => redFlags.flatMap((flag) => flag.amltrix));
    expect(named.filter((technique) => !amltrix.has(technique))).toEqual([]);
  });

  it("keeps its key terms within the 50 characters of SAR field 2", () => {
    for (const { filing } of versionsOf(advisory)) {
      for (const { printed } of filing.us.keyTerms) expect(printed.length).toBeLessThanOrEqual(50);
    }
  });

  it("does not reach the outsider", () => {
    const outsider = organisations.find(({ key }) => key === "seguros-biznaga");
    for (const { audience } of versionsOf(advisory)) {
      expect(audience.sectors).not.toContain(outsider?.sector);
      expect(audience.organisations).not.toContain(outsider?.id);
      if (audience.jurisdictions.length > 0) expect(audience.sectors).not.toEqual([]);
    }
  });
});
