import { sql } from "drizzle-orm";
import { type AdvisoryStatus, otherLanguage } from "~/domain/advisories/advisory";
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
import { type Db, oneRow } from "~db/client.server";
import { excerpt, folded, markWords, type Segment, wholeWords, wordsLike } from "./marked-text";

const pageSize = 20;

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
  kind: "section" | "red-flag";
  /** A red flag's public id or a section's id: the anchor on the advisory's page. */
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

  const { found, shown } = await askDatabase(db, viewer, query.value, wanted, page);
  if ("common" in found) return refused("query_only_common_words");

  const { passages, stems } = found.shown;
  const mark = await marksOf(db, passages, stems);
  const items = found.page.flatMap((id) => {
    const row = shown.items[id];
    if (!row) return [];
    const own = passages.filter((p) => p.advisoryId === id);
    return [itemOf(row, own, wanted.language, mark)];
  });
  const upTo = (page - 1) * pageSize + found.page.length;
  const reachable = query.value.clauses.length > 0 ? found.total : Number.POSITIVE_INFINITY;
  const last = found.more ? upTo >= reachable : upTo >= found.total;
  return done({
    items,
    total: found.total,
    more: found.more,
    facets: facetsOf(found.facets, wanted, shown.names),
    page,
    nextPage: last || found.page.length < pageSize ? null : page + 1,
  });
}

type Found = {
  total: number;
  more: boolean;
  /** `type:alert` to how many have it. */
  facets: Record<string, number>;
  page: string[];
  /** `stems`: of each term of the question, those that answer it. */
  shown: { passages: FoundPassage[]; stems: string[][] };
};
type Shown = { items: Record<string, ItemRow>; names: Names };
type FoundPassage = Text & {
  advisoryId: string;
  kind: "summary" | "section" | "red-flag";
  partId: string | null;
  publicId: string | null;
  tlp: Tlp;
  heading: string;
  /** Which terms of the question are in it. */
  terms: number[];
};

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

type ItemRow = Omit<SearchItem, "language" | "title" | "summary" | "passages"> & { title: Text };

/** Marks in a text of this language the words that answer these terms of the question. */
type Mark = (text: string, language: Language, terms: number[]) => Segment[];
type Names = Record<string, Text>;

/** Which words of these passages are to be marked. */
async function marksOf(db: Db, passages: FoundPassage[], stems: string[][]): Promise<Mark> {
  const plain = new Map(
    passages.flatMap((p) => [p.heading, p.es, p.en]).map((text) => [text, folded(text)] as const),
  );
  const words = wordsLike([...plain.values()], stems.flat());
  const said = words.length === 0 ? nothingSaid : await stemsOf(db, words, stems.flat());

  const patterns = new Map<string, RegExp | undefined>();
  const mark: Mark = (text, language, terms) => {
    const key = `${language} ${terms.join()}`;
    if (!patterns.has(key)) {
      const wanted = new Set(terms.flatMap((term) => stems[term] ?? []));
      const answers = Object.entries(said[language]).filter(([, has]) =>
        has.some((stem) => wanted.has(stem)),
      );
      patterns.set(key, wholeWords(answers.map(([word]) => word)));
    }
    return markWords(text, patterns.get(key), plain.get(text));
  };
  return mark;
}

type Said = Record<Language, Record<string, string[]>>;
const nothingSaid: Said = { es: {}, en: {} };

/** Of no document, so asked by nobody in particular. */
async function stemsOf(db: Db, words: string[], stems: string[]): Promise<Said> {
  const [row] = await db
    .select({ said: sql<Said>`search_words_of(${sql.param(words)}::text[], ${sql.param(stems)}::text[])` })
    .from(oneRow)
    .prepare("search_words_of")
    .execute();
  if (!row) throw new Error("search_words_of answered nothing");
  return row.said;
}

function itemOf(
  { title, date, ...row }: ItemRow,
  passages: FoundPassage[],
  reader: Language,
  mark: Mark,
): SearchItem {
  const language = title[reader] === "" ? otherLanguage(reader) : reader;
  const top = passages.find(({ kind }) => kind === "summary");
  return {
    ...row,
    date: date || null,
    language,
    title: mark(title[language], language, top?.terms ?? []),
    summary: top ? excerpt(mark(top[language], language, top.terms)) : [],
    passages: passages.flatMap((p) => {
      const id = p.publicId ?? p.partId;
      if (p.kind === "summary" || id === null) return [];
      const own = mark(p[reader], reader, p.terms);
      const answers = own.some(({ hit }) => hit);
      const other = answers ? [] : mark(p[otherLanguage(reader)], otherLanguage(reader), p.terms);
      const isOwn = answers || (own.length > 0 && !other.some(({ hit }) => hit));
      return [
        {
          kind: p.kind,
          id,
          tlp: p.tlp,
          heading: mark(p.heading, reader, p.terms),
          language: isOwn ? reader : otherLanguage(reader),
          text: excerpt(isOwn ? own : other),
        },
      ];
    }),
  };
}

function facetsOf(found: Found["facets"], wanted: Narrowing, names: Names) {
  const facets: Record<FacetKind, FacetValue[]> = {
    issuer: [],
    type: [],
    typology: [],
    year: [],
    status: [],
  };
  for (const kind of facetKinds) {
    const values = Object.entries(found).flatMap(([facet, count]) =>
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
