import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import { type Audience, sectors, tlpLabels } from "~/domain/advisories/advisory.form";
import { contentFor, keysOf, readersOf } from "~/domain/drafts/preview";
import { aMember, anOrganisation } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

let world: World;
beforeAll(async () => {
  world = await freshDatabase();
});
afterAll(() => world.close());

const nobody: Audience = { jurisdictions: [], sectors: [], organisations: [], members: [] };

describe("the preview's rule of who reads", () => {
  it("says of every marking what the database says", async () => {
    const audience = fc.record({
      jurisdictions: fc.uniqueArray(fc.constantFrom("MX", "US", "GT"), { maxLength: 3 }),
      sectors: fc.uniqueArray(fc.constantFrom(...sectors), { maxLength: 3 }),
      organisations: fc.uniqueArray(fc.uuid(), { maxLength: 2 }),
      members: fc.uniqueArray(fc.uuid(), { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tlpLabels),
        audience,
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 }),
        async (tlp, given, authorities) => {
          const [row] = await world.owner<{ readers: string[] }[]>`
            select readers_of(${tlp}, ${world.owner.json(given)}, ${authorities}::uuid[]) as readers`;
          expect([...readersOf(tlp, given, authorities)].sort()).toEqual([...(row?.readers ?? [])].sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  it("gives an institution and an authority the keys that the database gives their members", async () => {
    for (const kind of ["institution", "authority"] as const) {
      const organisation = await anOrganisation(world, { kind, jurisdiction: "US" });
      const member = await aMember(world, { organisation });
      const [row] = await world.owner.begin(async (tx) => {
        await tx`select set_config('ribera.member', ${member.memberId}, true)`;
        return tx<{ keys: string[] }[]>`select viewer_keys() as keys`;
      });
      const foretold =
        kind === "authority"
          ? keysOf({ kind: "staff", organisationId: organisation.id })
          : keysOf({
              kind,
              organisationId: organisation.id,
              jurisdiction: "US",
              sector: organisation.sector,
            });
      // A preview is of an organisation, not of one person: the person's own key is the only one it has not.
      expect([...foretold, `m:${member.memberId}`].sort()).toEqual([...(row?.keys ?? [])].sort());
    }
  });
});

describe("a draft in preview", () => {
  const authority = randomUUID();
  const content = {
    ...emptyContent("advisory", [{ organisationId: authority, shortName: "AUT", role: "lead" }]),
    audience: { ...nobody, jurisdictions: ["MX"], sectors: ["bank" as const] },
    redFlags: [emptyRedFlag(randomUUID(), 1), { ...emptyRedFlag(randomUUID(), 2), tlp: "AMBER" as const }],
  };

  it("shows anyone the CLEAR part and counts what they do not see", () => {
    const seen = contentFor(content, [authority], keysOf({ kind: "anonymous" }));
    expect(seen?.content.redFlags.map(({ n }) => n)).toEqual([1]);
    expect(seen?.withheld).toBe(1);
  });

  it("shows the annex to the sector and jurisdiction of the audience and to no other", () => {
    const group = (jurisdiction: string) =>
      contentFor(content, [authority], keysOf({ kind: "group", jurisdiction, sector: "bank" }));
    expect(group("MX")?.withheld).toBe(0);
    expect(group("US")?.withheld).toBe(1);
  });

  it("shows nobody but the issuers what is above CLEAR with an empty audience", () => {
    const hidden = { ...content, tlp: "GREEN" as const, audience: nobody };
    expect(contentFor(hidden, [authority], keysOf({ kind: "anonymous" }))).toBeNull();
    expect(
      contentFor(hidden, [authority], keysOf({ kind: "group", jurisdiction: "MX", sector: "bank" })),
    ).toBeNull();
    expect(
      contentFor(hidden, [authority], keysOf({ kind: "staff", organisationId: authority }))?.withheld,
    ).toBe(0);
  });
});
