import { and, eq, isNotNull, isNull, max, ne } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { mayReadVetting, mayTakeMeasures } from "~/domain/vetting/vetting.policy";
import type { Transaction } from "~db/client.server";
import { applications, organisations, vettingMeasures } from "~db/schema";
import type { Occasion } from "./occasion";

/** For officers: emergencies that wait for their word, and the last days of organisations that they answer for. */
export async function vettingDates(tx: Transaction, viewer: Member): Promise<Occasion[]> {
  if (!mayReadVetting(viewer, viewer)) return [];
  return [...(await emergencies(tx, viewer)), ...(await endings(tx, viewer))];
}

/** Those that this officer could confirm: of their own authority, declared by somebody else. */
async function emergencies(tx: Transaction, viewer: Member): Promise<Occasion[]> {
  const rows = await tx
    .select({
      id: vettingMeasures.id,
      organisationId: vettingMeasures.organisationId,
      jurisdiction: organisations.jurisdiction,
      who: organisations.shortName,
      until: vettingMeasures.emergencyUntil,
      proposedAt: vettingMeasures.proposedAt,
    })
    .from(vettingMeasures)
    .innerJoin(organisations, eq(organisations.id, vettingMeasures.organisationId))
    .where(
      and(
        isNotNull(vettingMeasures.emergencyUntil),
        isNull(vettingMeasures.confirmedAt),
        isNull(vettingMeasures.endedAt),
        eq(vettingMeasures.authorityId, viewer.organisationId),
        ne(vettingMeasures.proposedBy, viewer.memberId),
      ),
    );
  return rows.flatMap(({ id, organisationId, jurisdiction, who, until, proposedAt }) =>
    until && mayTakeMeasures(viewer, { id: organisationId, jurisdiction })
      ? [
          {
            uid: `emergency-end-${id}`,
            kind: "emergency-end" as const,
            when: { at: until },
            changedAt: proposedAt,
            about: { organisationId },
            who,
          },
        ]
      : [],
  );
}

async function endings(tx: Transaction, viewer: Member): Promise<Occasion[]> {
  const rows = await tx
    .select({
      id: organisations.id,
      jurisdiction: organisations.jurisdiction,
      who: organisations.shortName,
      until: organisations.vettedUntil,
      createdAt: organisations.createdAt,
      approvedAt: max(applications.closedAt),
    })
    .from(organisations)
    .leftJoin(
      applications,
      and(eq(applications.organisationId, organisations.id), eq(applications.outcome, "approved")),
    )
    .where(
      and(
        eq(organisations.vetting, "vetted"),
        isNotNull(organisations.vettedUntil),
        eq(organisations.jurisdiction, viewer.jurisdiction),
        ne(organisations.id, viewer.organisationId),
      ),
    )
    .groupBy(organisations.id);
  return rows.flatMap(({ id, jurisdiction, who, until, createdAt, approvedAt }) =>
    until && mayReadVetting(viewer, { jurisdiction })
      ? [
          {
            uid: `organisation-end-${id}`,
            kind: "organisation-end" as const,
            when: { day: until },
            changedAt: approvedAt ?? createdAt,
            about: { organisationId: id },
            who,
          },
        ]
      : [],
  );
}
