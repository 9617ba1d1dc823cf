import type { Member } from "~/domain/members/viewer";
import { demoOrganisations } from "~db/demo/organisations";
import { demoPanel } from "~db/demo/panel";
import { demoPeople } from "~db/demo/people";

/** Somebody of the demo as the acts know them, by their key. */
export function persona(key: string, at: Date): Member {
  const person = demoPeople.find((one) => one.key === key);
  const organisation = demoOrganisations(at).find(({ id }) => id === person?.organisationId);
  if (!person || !organisation) throw new Error(`The demo has nobody called ${key}`);
  return {
    memberId: person.id,
    name: person.name,
    language: person.language,
    timeZone: person.timeZone,
    organisationId: organisation.id,
    organisation: organisation.shortName,
    organisationKind: organisation.kind,
    jurisdiction: organisation.jurisdiction,
    sector: organisation.sector,
    roles: person.roles,
  };
}

/** Whoever signs for an institution: a persona, or the officer of one that answers rounds and nothing else. */
export function signatory(institution: string, at: Date): Member {
  const house = demoPanel.find(({ key }) => key === institution);
  if (!house) return persona(`${institution}-officer`, at);
  const { jurisdiction } = house;
  return {
    memberId: house.officer.id,
    name: house.officer.name,
    language: jurisdiction === "MX" ? "es" : "en",
    timeZone: jurisdiction === "MX" ? "America/Mexico_City" : "America/Chicago",
    organisationId: house.id,
    organisation: house.shortName,
    organisationKind: "institution",
    jurisdiction,
    sector: house.sector,
    roles: [{ role: "compliance-officer", language: "" }],
  };
}
