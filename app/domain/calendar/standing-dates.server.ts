import { and, desc, eq } from "drizzle-orm";
import { hasRole, type Member } from "~/domain/members/viewer";
import { legalCoverOf } from "~/domain/organisations/legal-cover";
import { dayOf } from "~/domain/vetting/vetting";
import type { Transaction } from "~db/client.server";
import { applications, organisations } from "~db/schema";
import type { Occasion } from "./occasion";

/** The last days of the viewer's own organisation: of its vetting, for who renews it; of its legal cover, for who relies on it too. */
export async function standingDates(tx: Transaction, viewer: Member, at: Date): Promise<Occasion[]> {
  if (!hasRole(viewer, "administrator", "compliance-officer")) return [];
  const { organisationId } = viewer;
  const [own] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
  if (!own) return [];
  const [approved] = await tx
    .select({ closedAt: applications.closedAt })
    .from(applications)
    .where(and(eq(applications.organisationId, organisationId), eq(applications.outcome, "approved")))
    .orderBy(desc(applications.closedAt))
    .limit(1);
  const changedAt = approved?.closedAt ?? own.createdAt;
  const cover = legalCoverOf(own, dayOf(at));
  const found: Occasion[] = [];
  if (hasRole(viewer, "administrator") && own.vetting === "vetted" && own.vettedUntil) {
    found.push({
      uid: `vetting-end-${organisationId}`,
      kind: "vetting-end",
      when: { day: own.vettedUntil },
      about: null,
      changedAt,
    });
  }
  if (cover.kind === "314b") {
    found.push({
      uid: `cover-end-${organisationId}`,
      kind: "cover-end",
      when: { day: cover.until },
      about: null,
      changedAt,
    });
  }
  return found;
}
