import { desc, eq } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { vettingPeriods } from "~db/schema";
import { defaultMonths } from "./vetting";

/** For how many months the asker's authority vets, and since when; a year where nobody has set it. */
export async function findVettingPeriod(db: Db, viewer: Member) {
  const [row] = await asViewer(db, viewer, (tx) =>
    tx
      .select({ months: vettingPeriods.months, setAt: vettingPeriods.setAt })
      .from(vettingPeriods)
      .where(eq(vettingPeriods.authorityId, viewer.organisationId))
      .orderBy(desc(vettingPeriods.setAt))
      .limit(1),
  );
  return row ?? { months: defaultMonths, setAt: null };
}
