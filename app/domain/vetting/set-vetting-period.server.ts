import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { vettingPeriods } from "~db/schema";
import { leastMonths, mostMonths } from "./vetting";
import { maySetVettingPeriod } from "./vetting.policy";

type Period = { months: number; by: Viewer; at: Date };

/** For how long an authority's word holds from now on; what it has vetted already keeps its end. */
export function setVettingPeriod(db: Db, { months, by, at }: Period) {
  return asActor(db, by, async (tx) => {
    if (!maySetVettingPeriod(by)) return refused("not_allowed");
    if (!Number.isInteger(months) || months < leastMonths || months > mostMonths) {
      return refused("months_out_of_range", { least: leastMonths, most: mostMonths });
    }
    await tx
      .insert(vettingPeriods)
      .values({ authorityId: by.organisationId, months, setBy: by.memberId, setAt: at });
    await recordEvent(tx, {
      action: "vetting-period.set",
      subject: { kind: "organisation", id: by.organisationId },
      detail: { months },
      at,
    });
    return done({ months });
  });
}
