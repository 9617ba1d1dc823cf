import type { Language } from "~/domain/advisories/advisory.form";
import type { Member, OrganisationKind, Role } from "~/domain/members/viewer";
import type { World } from "./world";

type Organisation = {
  id: string;
  kind: OrganisationKind;
  shortName: string;
  jurisdiction: string;
  sector: string | null;
};

let made = 0;

/** A vetted organisation; a Mexican authority unless told otherwise. */
export async function anOrganisation(
  { owner }: World,
  given: Partial<Omit<Organisation, "id">> & {
    vetting?: string;
    numberPatterns?: Record<string, string>;
  } = {},
): Promise<Organisation> {
  made += 1;
  const kind = given.kind ?? "authority";
  const organisation = {
    kind,
    shortName: given.shortName ?? `${kind === "authority" ? "AUT" : "ORG"}${made}`,
    jurisdiction: given.jurisdiction ?? "MX",
    sector: given.sector ?? (kind === "institution" ? "bank" : null),
  };
  const patterns = given.numberPatterns ?? (kind === "authority" ? patternsOf(organisation.shortName) : {});
  const [row] = await owner<{ id: string }[]>`
    insert into organisations (kind, short_name, name_es, name_en, jurisdiction, sector, vetting, number_patterns)
    values (${kind}, ${organisation.shortName}, ${`Organización ${made}`}, ${`Organisation ${made}`},
            ${organisation.jurisdiction}, ${organisation.sector}, ${given.vetting ?? "vetted"}, ${owner.json(patterns)})
    returning id`;
  if (!row) throw new Error("the organisation was not inserted");
  return { id: row.id, ...organisation };
}

const patternsOf = (shortName: string) =>
  Object.fromEntries(
    ["advisory", "alert", "notice", "trend-analysis", "order-digest", "enforcement-lesson", "statement"].map(
      (type) => [type, `${shortName}-{year}-${type.slice(0, 2).toUpperCase()}{n:3}`],
    ),
  );

type Given = {
  organisation?: Organisation;
  roles?: (Role | { role: Role; language: Language })[];
  name?: string;
  language?: Language;
  timeZone?: string;
};

/** A member as the viewer that they are when signed in; of a new authority and an analyst unless told otherwise. */
export async function aMember(world: World, given: Given = {}): Promise<Member> {
  const organisation = given.organisation ?? (await anOrganisation(world));
  made += 1;
  const name = given.name ?? `Persona ${made}`;
  const language = given.language ?? "es";
  const timeZone = given.timeZone ?? "America/Mexico_City";
  const roles = (given.roles ?? ["analyst"]).map((r) =>
    typeof r === "string" ? { role: r, language: "" as const } : r,
  );

  const memberId = await world.owner.begin(async (tx) => {
    const [row] = await tx<{ id: string }[]>`
      insert into members (organisation_id, email, name, language, time_zone)
      values (${organisation.id}, ${`persona-${made}@example.org`}, ${name}, ${language}, ${timeZone}) returning id`;
    if (!row) throw new Error("the member was not inserted");
    for (const r of roles) {
      await tx`insert into member_roles (member_id, role, language) values (${row.id}, ${r.role}, ${r.language})`;
    }
    return row.id;
  });

  return {
    memberId,
    name,
    language,
    timeZone,
    organisationId: organisation.id,
    organisation: organisation.shortName,
    organisationKind: organisation.kind,
    jurisdiction: organisation.jurisdiction,
    sector: organisation.sector,
    roles,
  };
}

/** A compliance officer; of a new institution unless one is given. */
export const anOfficer = async (world: World, organisation?: Organisation) =>
  aMember(world, {
    organisation: organisation ?? (await anOrganisation(world, { kind: "institution" })),
    roles: ["compliance-officer"],
  });

/** Who runs the machine: one of each role, in one organisation. */
export async function aHouse(world: World) {
  const organisation = await anOrganisation(world, { kind: "operator" });
  return {
    organisation,
    operator: await aMember(world, { organisation, roles: ["operator"] }),
    auditor: await aMember(world, { organisation, roles: ["auditor"] }),
  };
}
