import { expect, test } from "vitest";
import { completeLanguages, piecesOf } from "~/domain/advisories/advisory";
import { checkParity } from "~/domain/parity/check-parity";
import { p2pCashOut } from "~db/demo/advisories/p2p-cash-out";
import { vehiclesAndFrontMen } from "~db/demo/advisories/vehicles-and-front-men";
import { demoOrganisations } from "~db/demo/organisations";
import { demoPeople } from "~db/demo/people";
import { contentFor, type DemoAdvisory } from "~db/demo/story";

const organisationIds = new Map(demoOrganisations(new Date()).map(({ shortName, id }) => [shortName, id]));
const drafted = ({ versions }: DemoAdvisory) =>
  versions.slice(-1).map((version) => contentFor(version, organisationIds));

test("the draft in mid-clearance is whole, and waits for one comment", () => {
  for (const content of drafted(p2pCashOut)) {
    expect(completeLanguages(content)).toEqual(["es", "en"]);
    expect(checkParity(content).findings).toEqual([]);

    expect(p2pCashOut.draftComments).toHaveLength(1);
    for (const { path, by } of p2pCashOut.draftComments ?? []) {
      expect(piecesOf(content).map((piece) => piece.path)).toContain(path);
      expect(demoPeople.map(({ key }) => key)).toContain(by);
    }
  }
});

test("the young draft shows a missing Spanish section and a figure that differs, and nothing else", () => {
  for (const content of drafted(vehiclesAndFrontMen)) {
    expect(completeLanguages(content)).toEqual(["en"]);
    expect(
      checkParity(content).findings.map(({ place, field, kind }) => `${place} ${field} ${kind}`),
    ).toEqual(["§3 sectionHeading missing", "§3 sectionBody missing", "RF-02 redFlagText amount"]);
  }
});
