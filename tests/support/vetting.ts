import type { Member } from "~/domain/members/viewer";
import type { ApplicationFacts } from "~/domain/vetting/application.form";
import { confirmMeasure } from "~/domain/vetting/confirm-measure.server";
import { decideOnApplication } from "~/domain/vetting/decide-on-application.server";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { submitApplication } from "~/domain/vetting/submit-application.server";
import { withdrawMeasure } from "~/domain/vetting/withdraw-measure.server";
import { at, later, value } from "./desk";
import { aMember, anOrganisation } from "./people";
import type { World } from "./world";

export const someFacts: ApplicationFacts = {
  nameEs: "Banco del Ejemplo, S.A.",
  nameEn: "Example Bank",
  sector: "bank",
  sizeBand: "large",
  lei: "DEMO00BRAVO000000146",
  bic: "ZBRVMXM0",
  bankCode: "801",
  registered314bOn: null,
  registered314bUntil: null,
  recordedGround: "Art. 115 de la Ley de Instituciones de Crédito.",
  recordedGroundOn: "2026-01-15",
  note: null,
};

export const reason = "Consulté el registro del supervisor y coincide.";

/** Officers of one authority, an officer of another of the same country and one of another country. */
export async function someOfficers(world: World, jurisdiction = "MX") {
  const authority = await anOrganisation(world, { jurisdiction });
  const other = await anOrganisation(world, { jurisdiction });
  const abroad = await anOrganisation(world, { jurisdiction: jurisdiction === "MX" ? "US" : "MX" });
  return {
    authority,
    first: await aMember(world, { organisation: authority, roles: ["officer"] }),
    second: await aMember(world, { organisation: authority, roles: ["officer"] }),
    administrator: await aMember(world, { organisation: authority, roles: ["administrator"] }),
    analyst: await aMember(world, { organisation: authority, roles: ["analyst"] }),
    neighbour: await aMember(world, { organisation: other, roles: ["officer"] }),
    abroad: await aMember(world, { organisation: abroad, roles: ["officer"] }),
  };
}
export type Officers = Awaited<ReturnType<typeof someOfficers>>;

/** A bank in some state of vetting, with its administrator. */
export async function aBank(world: World, vetting = "invited", until: string | null = null) {
  const organisation = await anOrganisation(world, { kind: "institution", vetting });
  await world.owner`update organisations set vetted_until = ${until} where id = ${organisation.id}`;
  return {
    id: organisation.id,
    organisation,
    administrator: await aMember(world, { organisation, roles: ["administrator"] }),
    analyst: await aMember(world, { organisation, roles: ["analyst"] }),
  };
}
export type Bank = Awaited<ReturnType<typeof aBank>>;

export const apply = async (world: World, { administrator }: Bank, facts = someFacts, when = at) =>
  value(await submitApplication(world.db, { facts, by: administrator, at: when })).id;

export const decide = (
  world: World,
  bank: Bank,
  applicationId: string,
  by: Member,
  given: Partial<Parameters<typeof decideOnApplication>[1]> = {},
) =>
  decideOnApplication(world.db, {
    organisationId: bank.id,
    applicationId,
    kind: "approval",
    reason,
    by,
    at,
    ...given,
  });

export type Proposal = Parameters<typeof proposeMeasure>[1];

/** A suspension that takes two, unless told otherwise. */
export const aProposal = (
  { db }: Pick<World, "db">,
  { id: organisationId }: Pick<Bank, "id">,
  by: Member,
  given: Partial<Proposal> = {},
) => proposeMeasure(db, { organisationId, kind: "suspension", emergency: false, reason, by, at, ...given });

/** What a measure is confirmed or withdrawn by, ten minutes after it was proposed unless told otherwise. */
export const aConfirmation = (
  { db }: Pick<World, "db">,
  { id: organisationId }: Pick<Bank, "id">,
  by: Member,
  measureId: string,
  when = later(10),
) => confirmMeasure(db, { organisationId, measureId, reason, by, at: when });
export const aWithdrawal = (
  { db }: Pick<World, "db">,
  { id: organisationId }: Pick<Bank, "id">,
  by: Member,
  measureId: string,
  when = later(10),
) => withdrawMeasure(db, { organisationId, measureId, by, at: when });

export async function standing({ owner }: World, { id }: { id: string }) {
  const [row] = await owner<{ vetting: string; until: string | null }[]>`
    select vetting, vetted_until::text as until from organisations where id = ${id}`;
  return row;
}

/** Kinds of the notices to this person, by the alphabet. */
export async function told({ owner }: World, { memberId }: Member) {
  const rows = await owner<
    { kind: string }[]
  >`select kind from notices where member_id = ${memberId} order by kind`;
  return rows.map(({ kind }) => kind);
}
