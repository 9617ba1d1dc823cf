import { eq } from "drizzle-orm";
import type { NumberSeries } from "~/domain/advisories/number-pattern";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { organisations } from "~db/schema";

/** The series of the viewer's authority, by type. */
export async function findNumberSeries(db: Db, viewer: Member): Promise<NumberSeries> {
  const [row] = await asViewer(db, viewer, (tx) =>
    tx
      .select({ series: organisations.numberPatterns })
      .from(organisations)
      .where(eq(organisations.id, viewer.organisationId)),
  );
  return row?.series ?? {};
}
