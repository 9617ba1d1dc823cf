import { desc, eq, sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { applications, organisations, vettingDecisions } from "~db/schema";
import type { ApplicationFacts } from "./application.form";
import { canApply, dayOf } from "./vetting";

export type OwnApplication = NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>;

/** How the asker's own organisation stands, what it said last, and why it was refused if it was. */
export function findOwnApplication(
  db: Db,
  asking: Pick<Member, "memberId" | "organisationId">,
  { at }: { at: Date },
) {
  return asViewer(db, asking, async (tx) => {
    const [organisation] = await tx
      .select({
        id: organisations.id,
        kind: organisations.kind,
        shortName: organisations.shortName,
        jurisdiction: organisations.jurisdiction,
        vetting: organisations.vetting,
        vettedUntil: organisations.vettedUntil,
        lone: sql<boolean>`organisation_is_lone(${organisations.id})`,
        facts: {
          nameEs: organisations.nameEs,
          nameEn: organisations.nameEn,
          sector: organisations.sector,
          sizeBand: organisations.sizeBand,
          lei: organisations.lei,
          bic: organisations.bic,
          bankCode: organisations.bankCode,
          registered314bOn: organisations.registered314bOn,
          registered314bUntil: organisations.registered314bUntil,
          recordedGround: organisations.recordedGround,
          recordedGroundOn: organisations.recordedGroundOn,
          note: sql<null>`null`,
        },
      })
      .from(organisations)
      .where(eq(organisations.id, asking.organisationId));
    if (!organisation) return undefined;
    const [last] = await tx
      .select({
        id: applications.id,
        facts: applications.facts,
        submittedAt: applications.submittedAt,
        outcome: applications.outcome,
        closedAt: applications.closedAt,
        refusal: vettingDecisions.reason,
        refusalLanguage: vettingDecisions.language,
        authority: sql<
          string | null
        >`(select a.short_name from organisations a where a.id = ${vettingDecisions.authorityId})`,
      })
      .from(applications)
      .leftJoin(
        vettingDecisions,
        sql`${vettingDecisions.applicationId} = ${applications.id} and ${vettingDecisions.kind} = 'refusal'`,
      )
      .where(eq(applications.organisationId, asking.organisationId))
      .orderBy(desc(applications.submittedAt))
      .limit(1);
    const { facts, ...standing } = organisation;
    // What was said last is where a correction begins; after an approval it is what the organisation is.
    const start: ApplicationFacts =
      last && last.outcome !== "approved" ? last.facts : (facts as ApplicationFacts);
    return {
      ...standing,
      last: last ?? null,
      start,
      open: last?.outcome === null,
      mayAsk: canApply(standing, dayOf(at)),
    };
  });
}
