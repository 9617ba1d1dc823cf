import { sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { type LegalCover, legalCoverOf } from "~/domain/organisations/legal-cover";
import { dayOf } from "~/domain/vetting/vetting";
import { asViewer, type Db } from "~db/client.server";

type Asked = { id: string; at: Date };
type Row = {
  organisation_id: string;
  organisation: string;
  jurisdiction: string;
  convenes: boolean;
  seats: number | null;
  registered_314b_on: string | null;
  registered_314b_until: string | null;
  recorded_ground: string | null;
  recorded_ground_on: string | null;
};

export type FoundTable = Awaited<ReturnType<typeof findTable>>;

/** Who is at the table, house by house, with what covers each of them, and as which sector the reader may speak; to whoever entered. */
export const findTable = (db: Db, viewer: Viewer, { id, at }: Asked) =>
  asViewer(db, viewer, async (tx) => {
    const rows = await tx.execute<Row>(
      sql`select organisation_id, organisation, jurisdiction, convenes, seats, registered_314b_on::text, registered_314b_until::text,
        recorded_ground, recorded_ground_on::text from room_table(${id}::uuid) order by convenes desc, organisation collate "und-x-icu"`,
    );
    const [own] = await tx.execute<{ sector: string | null }>(sql`select room_sector(${id}::uuid) as sector`);
    return {
      sector: own?.sector ?? null,
      houses: rows.map((row) => ({
        organisationId: row.organisation_id,
        shortName: row.organisation,
        convenes: row.convenes,
        seats: row.seats,
        cover: row.convenes ? null : coverOf(row, at),
      })),
    };
  });

function coverOf(row: Row, at: Date): LegalCover {
  const recorded = {
    jurisdiction: row.jurisdiction,
    registered314bOn: row.registered_314b_on,
    registered314bUntil: row.registered_314b_until,
    recordedGround: row.recorded_ground,
    recordedGroundOn: row.recorded_ground_on,
  };
  return legalCoverOf(recorded, dayOf(at));
}
