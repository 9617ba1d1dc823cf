import { and, eq } from "drizzle-orm";
import { type AdvisoryType, advisoryTypes } from "~/domain/advisories/advisory.form";
import { freeNumber } from "~/domain/advisories/allot-number.server";
import { numberOf } from "~/domain/advisories/number-pattern";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { numberSeries, organisations } from "~db/schema";

/** The number that a draft of each type would get now. Nothing is reserved: the act that opens the draft allots it. */
export function proposeNumbers(db: Db, { by, at }: { by: Viewer; at: Date }) {
  return asViewer(db, by, async (tx) => {
    const proposed: Partial<Record<AdvisoryType, string>> = {};
    if (!isMember(by)) return proposed;
    const [authority] = await tx.select().from(organisations).where(eq(organisations.id, by.organisationId));
    const year = at.getUTCFullYear();
    const series = await tx
      .select()
      .from(numberSeries)
      .where(and(eq(numberSeries.organisationId, by.organisationId), eq(numberSeries.year, year)));
    for (const type of advisoryTypes) {
      const pattern = authority?.numberPatterns[type];
      if (!pattern) continue;
      let n = (series.find((one) => one.pattern === pattern)?.last ?? 0) + 1;
      while (!(await freeNumber(tx, numberOf(pattern, year, n))).ok) n += 1;
      proposed[type] = numberOf(pattern, year, n);
    }
    return proposed;
  });
}
