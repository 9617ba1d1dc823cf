import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { vettingMeasures } from "~db/schema";
import { lockOrganisation } from "./lock-organisation.server";
import { findOpenMeasure } from "./open-measure.server";
import { settleMeasure } from "./settle-measure.server";
import { mayTakeMeasures } from "./vetting.policy";

type Withdrawal = { organisationId: string; measureId: string; by: Viewer; at: Date };

/** Takes an unconfirmed measure back, by whoever proposed it or a colleague; an emergency is lifted. */
export function withdrawMeasure(db: Db, { organisationId, measureId, by, at }: Withdrawal) {
  return asActor(db, by, async (tx) => {
    const organisation = await lockOrganisation(tx, organisationId);
    if (!organisation) return refused("not_found");
    if (by.memberId === null || !mayTakeMeasures(by, organisation)) return refused("not_allowed");
    const measure = await findOpenMeasure(tx, organisationId);
    if (!measure || measure.id !== measureId) return refused("measure_closed");
    if (measure.authorityId !== by.organisationId) return refused("other_authority_decides");

    await tx
      .update(vettingMeasures)
      .set({ endedBy: by.memberId, endedAt: at })
      .where(eq(vettingMeasures.id, measureId));
    const state = await settleMeasure(tx, { id: measureId, organisation, at });
    await recordEvent(tx, {
      action: `${measure.kind}.withdrawn`,
      subject: { kind: "organisation", id: organisationId },
      detail: { measure: measureId, emergency: measure.emergencyUntil !== null, to: state },
      at,
    });
    return done({ vetting: state });
  });
}
