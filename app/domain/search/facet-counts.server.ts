import { sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { type Db, oneRow } from "~db/client.server";

// A set's id is made of what is in it, so what it stands for is the same in every database and for good (decision 295).
const remembered = new Map<number, number[]>();
/** Every facet that any of them has; a set holds places in this list. */
const facets: string[] = [];
const places = new Map<string, number>();

/** `type:alert` to how many of these sets have it. */
export async function countFacets(db: Db, viewer: Viewer, sets: number[]): Promise<Map<string, number>> {
  await remember(
    db,
    viewer,
    sets.filter((id) => !remembered.has(id)),
  );
  const counts = new Uint32Array(facets.length);
  const met: number[] = [];
  for (const id of sets) {
    for (const place of remembered.get(id) ?? []) {
      const count = counts[place] ?? 0;
      if (count === 0) met.push(place);
      counts[place] = count + 1;
    }
  }
  return new Map(met.map((place) => [facets[place] ?? "", counts[place] ?? 0]));
}

async function remember(db: Db, viewer: Viewer, unknown: number[]) {
  if (unknown.length === 0) return;
  const ids = [...new Set(unknown)];
  const [row] = await db
    .select({
      told: sql<
        Record<string, string[]>
      >`search_facets(${viewer.memberId ?? ""}, ${sql.param(ids)}::bigint[])`,
    })
    .from(oneRow)
    .prepare("search_facets")
    .execute();
  if (!row) throw new Error("search_facets answered nothing");
  for (const [id, held] of Object.entries(row.told)) remembered.set(Number(id), held.map(placeOf));
}

function placeOf(facet: string) {
  const known = places.get(facet);
  if (known !== undefined) return known;
  places.set(facet, facets.length);
  return facets.push(facet) - 1;
}
