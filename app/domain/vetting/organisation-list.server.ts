import { and, eq, isNull, sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { legalCoverOf } from "~/domain/organisations/legal-cover";
import { organisationCard } from "~/domain/organisations/organisations.server";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { applications, organisations, vettingDecisions, vettingMeasures } from "~db/schema";
import { dayOf } from "./vetting";
import { mayReadOrganisations } from "./vetting.policy";

export type OrganisationLine = Awaited<ReturnType<typeof listOrganisations>>[number];

/** Every organisation, for the staff of authorities; what waits for a word only for the officers of its country. */
export async function listOrganisations(db: Db, viewer: Member, { at }: { at: Date }) {
  if (!mayReadOrganisations(viewer)) return [];
  return asViewer(db, viewer, async (tx) => {
    const rows = await tx
      .select({
        ...organisationCard,
        vetting: organisations.vetting,
        vettedUntil: organisations.vettedUntil,
        registered314bOn: organisations.registered314bOn,
        registered314bUntil: organisations.registered314bUntil,
        recordedGround: organisations.recordedGround,
        recordedGroundOn: organisations.recordedGroundOn,
      })
      .from(organisations)
      .orderBy(alphabetically(organisations.shortName));
    const [asked, measures] = [await openApplications(tx, viewer), await openMeasures(tx)];
    return rows.map(
      ({ registered314bOn, registered314bUntil, recordedGround, recordedGroundOn, ...row }) => ({
        ...row,
        cover: legalCoverOf(
          {
            jurisdiction: row.jurisdiction,
            registered314bOn,
            registered314bUntil,
            recordedGround,
            recordedGroundOn,
          },
          dayOf(at),
        ),
        application: asked.get(row.id) ?? null,
        measure: measures.get(row.id) ?? null,
      }),
    );
  });
}

async function openApplications(tx: Transaction, { memberId }: Member) {
  const rows = await tx
    .select({
      organisationId: applications.organisationId,
      id: applications.id,
      submittedAt: applications.submittedAt,
      approvals: sql<number>`count(${vettingDecisions.id})::int`,
      own: sql<boolean>`coalesce(bool_or(${vettingDecisions.memberId} = ${memberId}::uuid), false)`,
    })
    .from(applications)
    .leftJoin(vettingDecisions, eq(vettingDecisions.applicationId, applications.id))
    .where(isNull(applications.closedAt))
    .groupBy(applications.id);
  return new Map(rows.map(({ organisationId, ...row }) => [organisationId, row]));
}

async function openMeasures(tx: Transaction) {
  const rows = await tx
    .select({
      organisationId: vettingMeasures.organisationId,
      id: vettingMeasures.id,
      kind: vettingMeasures.kind,
      proposedBy: vettingMeasures.proposedBy,
      authorityId: vettingMeasures.authorityId,
      proposedAt: vettingMeasures.proposedAt,
      emergencyUntil: vettingMeasures.emergencyUntil,
    })
    .from(vettingMeasures)
    .where(and(isNull(vettingMeasures.confirmedAt), isNull(vettingMeasures.endedAt)));
  return new Map(rows.map(({ organisationId, ...row }) => [organisationId, row]));
}
