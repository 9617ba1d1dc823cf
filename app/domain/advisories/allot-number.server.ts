import { eq, sql } from "drizzle-orm";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { advisories, advisoryNumbers, numberSeries } from "~db/schema";
import { foldNumber } from "./advisory";
import { numberOf } from "./number-pattern";

/** The next free number of an issuer's series; the counter's row lock keeps two writers from the same one. */
export async function allotNumber(
  tx: Transaction,
  { organisationId, pattern, year }: { organisationId: string; pattern: string; year: number },
): Promise<string> {
  for (;;) {
    const [row] = await tx
      .insert(numberSeries)
      .values({ organisationId, pattern, year, last: 1 })
      .onConflictDoUpdate({
        target: [numberSeries.organisationId, numberSeries.pattern, numberSeries.year],
        set: { last: sql`${numberSeries.last} + 1` },
      })
      .returning({ last: numberSeries.last });
    if (!row) throw new Error("a series without a counter");
    const number = numberOf(pattern, year, row.last);
    if ((await freeNumber(tx, number)).ok) return number;
  }
}

/** Whether nothing that this viewer knows of bears the number; the unique indexes decide in the end. */
export async function freeNumber(tx: Transaction, number: string): Promise<Outcome<string>> {
  const folded = foldNumber(number);
  const [issued] = await tx
    .select({ n: advisoryNumbers.number })
    .from(advisoryNumbers)
    .where(eq(advisoryNumbers.folded, folded));
  const [drafted] = await tx
    .select({ n: advisories.number })
    .from(advisories)
    .where(eq(advisories.foldedNumber, folded));
  return issued || drafted ? refused("number_taken", { number }) : done(number);
}
