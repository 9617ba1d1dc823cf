import { eq } from "drizzle-orm";
import { type AdvisoryType, advisoryTypes } from "~/domain/advisories/advisory.form";
import { fitsPattern, isSeries, type NumberSeries, numberOf } from "~/domain/advisories/number-pattern";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { organisations } from "~db/schema";
import { maySetNumberSeries } from "./advisory.policy";

type Setting = { series: NumberSeries; by: Viewer; at: Date };

/** The patterns by which an authority numbers from now on, by type; a type left out is numbered by hand. Issued numbers stay. */
export function setNumberSeries(db: Db, { series, by, at }: Setting) {
  return asActor(db, by, async (tx) => {
    if (!maySetNumberSeries(by)) return refused("not_allowed");
    const kept = advisoryTypes.flatMap((type): [AdvisoryType, string][] => {
      const pattern = storable((series[type] ?? "").trim());
      return pattern === "" ? [] : [[type, pattern]];
    });
    for (const [type, pattern] of kept) {
      if (!isSeries(pattern)) return refused("series_malformed", { type });
      const twin = kept.find(([other, its]) => other !== type && overlap(pattern, its));
      if (twin) return refused("series_shared", { type, other: twin[0] });
    }
    const numberPatterns = Object.fromEntries(kept);
    const written = await tx
      .update(organisations)
      .set({ numberPatterns })
      .where(eq(organisations.id, by.organisationId))
      .returning({ id: organisations.id });
    if (written.length === 0) return refused("not_allowed");
    await recordEvent(tx, {
      action: "number-series.set",
      subject: { kind: "organisation", id: by.organisationId },
      detail: { series: numberPatterns },
      at,
    });
    return done({ series: numberPatterns });
  });
}

/** One number would belong to both. */
const overlap = (one: string, other: string) =>
  fitsPattern(one, numberOf(other, 2026, 1)) || fitsPattern(other, numberOf(one, 2026, 1));
