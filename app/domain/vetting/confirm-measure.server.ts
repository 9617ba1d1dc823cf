import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { vettingMeasures } from "~db/schema";
import { lockOrganisation } from "./lock-organisation.server";
import { isOfficerOf } from "./officers.server";
import { findOpenMeasure } from "./open-measure.server";
import { settleMeasure } from "./settle-measure.server";
import { measuresOpenTo } from "./vetting";
import { mayTakeMeasures } from "./vetting.policy";
import { writtenReason } from "./written-reason";

type Confirmation = { organisationId: string; measureId: string; reason: string; by: Viewer; at: Date };

/** The second officer's word: a measure is in force, an emergency stands. */
export function confirmMeasure(db: Db, { organisationId, measureId, reason, by, at }: Confirmation) {
  return asActor(db, by, async (tx) => {
    const organisation = await lockOrganisation(tx, organisationId);
    if (!organisation) return refused("not_found");
    if (by.memberId === null || !mayTakeMeasures(by, organisation)) return refused("not_allowed");
    const measure = await findOpenMeasure(tx, organisationId);
    if (!measure || measure.id !== measureId) return refused("measure_closed");
    if (measure.authorityId !== by.organisationId) return refused("other_authority_decides");
    if (measure.proposedBy === by.memberId) return refused("second_officer_needed");
    if (!(await isOfficerOf(tx, { memberId: measure.proposedBy, authorityId: measure.authorityId })))
      return refused("first_officer_gone");
    const { emergencyUntil } = measure;
    if (emergencyUntil && emergencyUntil <= at) return refused("emergency_over");
    // Between the two words it may have expired, or been vetted again.
    if (!emergencyUntil && !measuresOpenTo(organisation).includes(measure.kind))
      return refused("measure_does_not_fit");
    const written = writtenReason(reason);
    if (!written.ok) return written;

    await tx
      .update(vettingMeasures)
      .set({
        confirmedBy: by.memberId,
        confirmedReason: written.value,
        confirmedLanguage: by.language,
        confirmedAt: at,
      })
      .where(eq(vettingMeasures.id, measureId));
    const state = await settleMeasure(tx, { id: measureId, organisation, at });
    await recordEvent(tx, {
      action: `${measure.kind}.confirmed`,
      subject: { kind: "organisation", id: organisationId },
      detail: {
        measure: measureId,
        emergency: emergencyUntil !== null,
        from: organisation.vetting,
        to: state,
      },
      at,
    });
    return done({ vetting: state });
  });
}
