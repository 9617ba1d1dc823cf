import { desc, eq, inArray, sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { legalCoverOf } from "~/domain/organisations/legal-cover";
import { organisationCard } from "~/domain/organisations/organisations.server";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { applications, members, organisations, vettingDecisions, vettingMeasures } from "~db/schema";
import { dayOf } from "./vetting";
import { mayReadOrganisations } from "./vetting.policy";

export type OrganisationRecord = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

/** One organisation with its facts, and for the officers of its country all that was asked and decided. */
export async function findOrganisation(db: Db, viewer: Viewer, { id, at }: { id: string; at: Date }) {
  if (!mayReadOrganisations(viewer)) return undefined;
  return asViewer(db, viewer, async (tx) => {
    const [row] = await tx
      .select({
        ...organisationCard,
        sizeBand: organisations.sizeBand,
        lei: organisations.lei,
        bic: organisations.bic,
        bankCode: organisations.bankCode,
        vetting: organisations.vetting,
        vettedUntil: organisations.vettedUntil,
        createdAt: organisations.createdAt,
        registered314bOn: organisations.registered314bOn,
        registered314bUntil: organisations.registered314bUntil,
        recordedGround: organisations.recordedGround,
        recordedGroundOn: organisations.recordedGroundOn,
        lone: sql<boolean>`organisation_is_lone(${organisations.id})`,
      })
      .from(organisations)
      .where(eq(organisations.id, id));
    if (!row) return undefined;
    const asked = await applicationsOf(tx, id);
    return {
      ...row,
      cover: legalCoverOf(row, dayOf(at)),
      applications: asked,
      measures: await measuresOf(tx, id),
    };
  });
}

async function applicationsOf(tx: Transaction, organisationId: string) {
  const asked = await tx
    .select({
      id: applications.id,
      facts: applications.facts,
      submittedAt: applications.submittedAt,
      closedAt: applications.closedAt,
      outcome: applications.outcome,
    })
    .from(applications)
    .where(eq(applications.organisationId, organisationId))
    .orderBy(desc(applications.submittedAt));
  if (asked.length === 0) return [];
  const decisions = await tx
    .select({
      applicationId: vettingDecisions.applicationId,
      kind: vettingDecisions.kind,
      reason: vettingDecisions.reason,
      language: vettingDecisions.language,
      at: vettingDecisions.at,
      memberId: vettingDecisions.memberId,
      authorityId: vettingDecisions.authorityId,
      officer: members.name,
      authority: organisations.shortName,
    })
    .from(vettingDecisions)
    .leftJoin(members, eq(members.id, vettingDecisions.memberId))
    .leftJoin(organisations, eq(organisations.id, vettingDecisions.authorityId))
    .where(
      inArray(
        vettingDecisions.applicationId,
        asked.map(({ id }) => id),
      ),
    )
    .orderBy(vettingDecisions.at);
  return asked.map((one) => ({
    ...one,
    decisions: decisions.filter(({ applicationId }) => applicationId === one.id),
  }));
}

const nameOf = (
  column:
    | typeof vettingMeasures.proposedBy
    | typeof vettingMeasures.confirmedBy
    | typeof vettingMeasures.endedBy,
) => sql<string | null>`(select m.name from members m where m.id = ${column})`;

const measuresOf = (tx: Transaction, organisationId: string) =>
  tx
    .select({
      id: vettingMeasures.id,
      kind: vettingMeasures.kind,
      authorityId: vettingMeasures.authorityId,
      proposedBy: vettingMeasures.proposedBy,
      proposer: nameOf(vettingMeasures.proposedBy),
      authority: organisations.shortName,
      reason: vettingMeasures.reason,
      language: vettingMeasures.language,
      proposedAt: vettingMeasures.proposedAt,
      emergencyUntil: vettingMeasures.emergencyUntil,
      confirmer: nameOf(vettingMeasures.confirmedBy),
      confirmedReason: vettingMeasures.confirmedReason,
      confirmedLanguage: vettingMeasures.confirmedLanguage,
      confirmedAt: vettingMeasures.confirmedAt,
      ender: nameOf(vettingMeasures.endedBy),
      endedAt: vettingMeasures.endedAt,
    })
    .from(vettingMeasures)
    .innerJoin(organisations, eq(organisations.id, vettingMeasures.authorityId))
    .where(eq(vettingMeasures.organisationId, organisationId))
    .orderBy(desc(vettingMeasures.proposedAt));
