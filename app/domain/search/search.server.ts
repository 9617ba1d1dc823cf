import { sql } from "drizzle-orm";
import pLimit from "p-limit";
import type { AdvisoryStatus } from "~/domain/advisories/advisory";
import type {
  AdvisoryType,
  Issuer,
  Language,
  Text,
  Tlp,
  TranslationState,
} from "~/domain/advisories/advisory.form";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { storable, understandQuery } from "~/domain/vocabulary/query";
import type { Db } from "~db/client.server";
import { countFacets } from "./facet-counts.server";
import { type FoundPassage, type ItemRow, listMarkedItems } from "./marked-items.server";
import type { Segment } from "./marked-text";

const pageSize = 20;
// More at once only take turns and make each other slow; and other pages find connections free (decision 250).
const inTurn = pLimit(4);

/** What people narrow a list by; undefined or empty: not narrowed. `issuer` is a short name, `typology` a code. */
export type Narrowing = Partial<Record<FacetKind, string | undefined>>;
export const facetKinds = ["issuer", "type", "typology", "year", "status"] as const;
export type FacetKind = (typeof facetKinds)[number];

type Search = Narrowing & {
  q?: string | undefined;
  /** The reader's: passages are shown in it where it has the words. */
  language: Language;
  /** From 1. */
  page?: number | undefined;
};

export type SearchResult = {
  items: SearchItem[];
  /** `more`: there are more than `total`, which then is 1,000; facets then count the newest 1,000. */
  total: number;
  more: boolean;
  facets: Record<FacetKind, FacetValue[]>;
  page: number;
  nextPage: number | null;
};
export type FacetValue = { value: string; count: number; name: Text | null; chosen: boolean };
export type SearchItem = {
  number: string;
  version: number;
  type: AdvisoryType;
  status: AdvisoryStatus;
  tlp: Tlp;
  /** Day, month or year of the document; null: it bears none. */
  date: string | null;
  issuers: Issuer[];
  typologies: string[];
  translation: Record<Language, TranslationState>;
  /** Of title and summary: the reader's, or the other one where the reader's is missing. */
  language: Language;
  title: Segment[];
  summary: Segment[];
  passages: Passage[];
};
export type Passage = {
  kind: "section" | "red-flag" | "question";
  /** A red flag's public id, or the id of a section or of an answer to everyone. */
  id: string;
  tlp: Tlp;
  heading: Segment[];
  language: Language;
  text: Segment[];
};

/** Advisories that the viewer may see: those that answer `q`, best first, or all of them, newest first. */
export async function search(db: Db, viewer: Viewer, wanted: Search): Promise<Outcome<SearchResult>> {
  const query = understandQuery(wanted.q ?? "");
  if (!query.ok) return query;
  const page = Math.max(1, Math.min(100_000, Math.trunc(wanted.page ?? 1) || 1));

  const { found, shown } = await inTurn(() => askDatabase(db, viewer, query.value, wanted, page));
  if ("common" in found) return refused("query_only_common_words");

  const { passages, stems } = found.shown;
  const rows = found.page.flatMap((id) => {
    const row = shown.items[id];
    return row ? [{ row, passages: passages.filter((p) => p.advisoryId === id) }] : [];
  });
  const [items, facets] = await Promise.all([
    listMarkedItems(db, { rows, stems, reader: wanted.language }),
    countAll(db, viewer, found),
  ]);
  const upTo = (page - 1) * pageSize + found.page.length;
  const reachable = query.value.clauses.length > 0 ? found.total : Number.POSITIVE_INFINITY;
  const last = found.more ? upTo >= reachable : upTo >= found.total;
  return done({
    items,
    total: found.total,
    more: found.more,
    facets: facetsOf(facets, wanted, shown.names),
    page,
    nextPage: last || found.page.length < pageSize ? null : page + 1,
  });
}

type Found = {
  total: number;
  more: boolean;
  /** Of each that was found, its set of facets. */
  sets: number[];
  /** Of each kind that the list is narrowed by, those that would be found if it were not. */
  others: Partial<Record<FacetKind, number[] | null>>;
  page: string[];
  /** `stems`: of each term of the question, those that answer it. */
  shown: { passages: FoundPassage[]; stems: string[][] };
};
type Shown = { items: Record<string, ItemRow>; names: Record<string, Text> };
/** One statement says who asks, searches and reads what is shown, as search_page does: a transaction of its own. */
async function askDatabase(
  db: Db,
  viewer: Viewer,
  { clauses, whole }: { clauses: unknown[]; whole: string },
  wanted: Search,
  page: number,
) {
  const narrowing = Object.fromEntries(
    facetKinds.flatMap((kind) => (wanted[kind] ? [[kind, storable(wanted[kind])]] : [])),
  );
  const [row] = await db
    .select({ found: sql<Found | { common: true }>`answer`, shown: sql<Shown>`shown` })
    .from(
      sql`search_page(${viewer.memberId ?? ""}, ${JSON.stringify(clauses)}::text::jsonb, ${whole}, ${JSON.stringify(narrowing)}::text::jsonb, ${wanted.language}, ${(page - 1) * pageSize}::int, ${pageSize}::int)`,
    )
    .prepare("search_page")
    .execute();
  if (!row) throw new Error("search_page answered nothing");
  return row;
}

async function countAll(db: Db, viewer: Viewer, { sets, others }: Found) {
  const counts = new Map<string, number>();
  for (const kind of facetKinds) {
    const other = await countFacets(db, viewer, others[kind] ?? []);
    for (const [facet, count] of other) if (facet.startsWith(`${kind}:`)) counts.set(facet, count);
  }
  // Older ones than the newest 1,000 may have the value that was chosen.
  for (const [facet, count] of await countFacets(db, viewer, sets)) counts.set(facet, count);
  return counts;
}

function facetsOf(found: Map<string, number>, wanted: Narrowing, names: Shown["names"]) {
  const facets: Record<FacetKind, FacetValue[]> = {
    issuer: [],
    type: [],
    typology: [],
    year: [],
    status: [],
  };
  for (const kind of facetKinds) {
    const values = [...found].flatMap(([facet, count]) =>
      facet.startsWith(`${kind}:`) ? [{ value: facet.slice(kind.length + 1), count }] : [],
    );
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? 1 : -1));
    facets[kind] = values.map(({ value, count }) => ({
      value,
      count,
      name: kind === "typology" ? (names[value] ?? null) : null,
      chosen: wanted[kind]?.toLowerCase() === value.toLowerCase(),
    }));
  }
  return facets;
}
