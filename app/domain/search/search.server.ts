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
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { excerpt, markWords, type Segment, wholeWords, wordsLike } from "./marked-text";

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
  /** Day, month or year of the document. */
  date: string;
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

  return asViewer(db, viewer, async (tx) => {
    const found = await askDatabase(tx, query.value, wanted, page);
    if ("common" in found) return refused("query_only_common_words");

    const { items: rows, names, mark } = await whatIsShown(tx, found);
    const items = found.page.flatMap((id) => {
      const row = rows[id];
      if (!row) return [];
      const passages = found.passages.filter((p) => p.advisoryId === id);
      return [itemOf(row, passages, wanted.language, mark)];
    });
    const shown = (page - 1) * pageSize + found.page.length;
    const reachable = query.value.clauses.length > 0 ? found.total : Number.POSITIVE_INFINITY;
    const last = found.more ? shown >= reachable : shown >= found.total;
    return done({
      items,
      total: found.total,
      more: found.more,
      facets: facetsOf(found.facets, wanted, names),
      page,
      nextPage: last || found.page.length < pageSize ? null : page + 1,
    });
  });
}

type Found = {
  total: number;
  more: boolean;
  /** `type:alert` to how many have it. */
  facets: Record<string, number>;
  page: string[];
  passages: FoundPassage[];
  /** Of each term of the question, the stems that answer it. */
  stems: string[][];
};
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

async function askDatabase(
  tx: Transaction,
  { clauses, whole }: { clauses: unknown[]; whole: string },
  wanted: Search,
  page: number,
): Promise<Found | { common: true }> {
  const narrowing = Object.fromEntries(
    facetKinds.flatMap((kind) => (wanted[kind] ? [[kind, storable(wanted[kind])]] : [])),
  );
  const [row] = await tx.execute<{ found: Found | { common: true } }>(
    sql`select search_advisories(${JSON.stringify(clauses)}::jsonb, ${whole}, ${JSON.stringify(narrowing)}::jsonb, ${wanted.language}, ${(page - 1) * pageSize}::int, ${pageSize}::int) as found`,
  );
  if (!row) throw new Error("search_advisories answered nothing");
  return row.found;
}

type ItemRow = Omit<SearchItem, "language" | "title" | "summary" | "passages"> & { title: Text };

/** Marks in a text of this language the words that answer these terms of the question. */
type Mark = (text: string, language: Language, terms: number[]) => Segment[];
type Names = Record<string, Text>;

/** Advisories and names from the ordinary tables, as the viewer may read them, and which words are to be marked. */
async function whatIsShown(tx: Transaction, { page, facets, stems, passages }: Found) {
  const codes = Object.keys(facets).flatMap((facet) =>
    facet.startsWith("typology:") ? [facet.slice("typology:".length)] : [],
  );
  const texts = passages.flatMap(({ heading, es, en }) => [heading, es, en]);
  const words = wordsLike(texts, stems.flat());
  const [row] = await tx.execute<{
    shown: { items: Record<string, ItemRow>; names: Names };
    said: Record<Language, Record<string, string[]>>;
  }>(sql`
    select search_shown(${sql.param(page)}::uuid[], ${sql.param(codes)}::text[]) as shown,
           search_words_of(${sql.param(words)}::text[], ${sql.param(stems.flat())}::text[]) as said`);
  if (!row) throw new Error("search_shown answered nothing");

  const patterns = new Map<string, RegExp | undefined>();
  const mark: Mark = (text, language, terms) => {
    const key = `${language} ${terms.join()}`;
    if (!patterns.has(key)) {
      const wanted = new Set(terms.flatMap((term) => stems[term] ?? []));
      const said = Object.entries(row.said[language]).filter(([, has]) =>
        has.some((stem) => wanted.has(stem)),
      );
      patterns.set(key, wholeWords(said.map(([word]) => word)));
    }
    return markWords(text, patterns.get(key));
  };
  return { ...row.shown, mark };
}

function itemOf(
  { title, ...row }: ItemRow,
  passages: FoundPassage[],
  reader: Language,
  mark: Mark,
): SearchItem {
  const language = title[reader] === "" ? otherLanguage(reader) : reader;
  const top = passages.find(({ kind }) => kind === "summary");
  return {
    ...row,
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
