import { sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

/** Corridors of the advisories in force that this viewer may read. */
export async function listCorridors(db: Db, viewer: Viewer) {
  const rows = await asViewer(db, viewer, (tx) =>
    tx.execute<{ from: string; to: string }>(sql`
      select distinct c ->> 'from' as "from", c ->> 'to' as "to"
      from advisories a join advisory_versions v on v.advisory_id = a.id and v.n = a.current_version,
        jsonb_array_elements(v.envelope -> 'corridors') c
      where a.status = 'published' order by 1, 2`),
  );
  return [...rows];
}
