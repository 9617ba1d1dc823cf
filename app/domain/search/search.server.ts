import { and, eq, inArray, sql } from "drizzle-orm";
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
import { advisories, advisoryVersions, typologies } from "~db/schema";
import { excerpt, markWords, type Segment, wordsLike } from "./marked-text";

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

    // Sent one after the other without waiting: the round trips would take longer than the answers.
    const [rows, facets, marks] = await Promise.all([
      itemRows(tx, found.page),
      facetsOf(tx, found.facets, wanted),
      marksOf(tx, found),
    ]);
    const items = found.page.flatMap((id) => {
      const row = rows.get(id);
      if (!row) return [];
      const passages = found.passages.filter((p) => p.advisoryId === id);
      return [itemOf(row, passages, wanted.language, marks)];
    });
    const shown = (page - 1) * pageSize + found.page.length;
    const reachable = query.value.clauses.length > 0 ? found.total : Number.POSITIVE_INFINITY;
    const last = found.more ? shown >= reachable : shown >= found.total;
    return done({
      items,
      total: found.total,
      more: found.more,
      facets,
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

async function itemRows(tx: Transaction, ids: string[]): Promise<Map<string, ItemRow>> {
  if (ids.length === 0) return new Map();
  const envelope = <Part>(name: string) => sql<Part>`${advisoryVersions.envelope} -> ${sql.raw(`'${name}'`)}`;
  const rows = await tx
    .select({
      id: advisories.id,
      number: advisories.number,
      version: advisoryVersions.n,
      type: advisories.type,
      status: advisories.status,
      tlp: advisoryVersions.tlp,
      date: advisories.sortDate,
      issuers: envelope<Issuer[]>("issuers"),
      typologies: advisoryVersions.typologies,
      translation: envelope<Record<Language, TranslationState>>("translation"),
      title: envelope<Text>("title"),
    })
    .from(advisories)
    .innerJoin(
      advisoryVersions,
      and(eq(advisoryVersions.advisoryId, advisories.id), eq(advisoryVersions.n, advisories.currentVersion)),
    )
    .where(inArray(advisories.id, ids));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Marks in a text of this language the words that answer these terms of the question. */
type Marks = (text: string, language: Language, terms: number[]) => Segment[];

async function marksOf(tx: Transaction, { stems, passages }: Found): Promise<Marks> {
  const all = stems.flat();
  const texts = passages.flatMap(({ heading, es, en }) => [heading, es, en]);
  const words = wordsLike(texts, all);
  if (words.length === 0) return (text) => plain(text);

  const list = sql.param(words);
  const [row] = await tx.execute<{ said: Record<Language, Record<string, string[]> | null> }>(
    sql`select search_words_of(${list}::text[], ${list}::text[], ${sql.param(all)}::text[]) as said`,
  );
  return (text, language, terms) => {
    const wanted = new Set(terms.flatMap((term) => stems[term] ?? []));
    const said = Object.entries(row?.said[language] ?? {});
    return markWords(
      text,
      said.flatMap(([word, has]) => (has.some((stem) => wanted.has(stem)) ? [word] : [])),
    );
  };
}

function itemOf(
  { title, ...row }: ItemRow,
  passages: FoundPassage[],
  reader: Language,
  mark: Marks,
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
      const other = mark(p[otherLanguage(reader)], otherLanguage(reader), p.terms);
      const isOwn =
        own.some(({ hit }) => hit) || (!other.some(({ hit }) => hit && own.length > 0) && own.length > 0);
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

const plain = (text: string): Segment[] => (text === "" ? [] : [{ text, hit: false }]);

async function facetsOf(tx: Transaction, found: Found["facets"], wanted: Narrowing) {
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
      name: null,
      chosen: wanted[kind]?.toLowerCase() === value.toLowerCase(),
    }));
  }

  const codes = facets.typology.map(({ value }) => value);
  if (codes.length === 0) return facets;
  const named = await tx
    .select({ code: typologies.code, es: typologies.nameEs, en: typologies.nameEn })
    .from(typologies)
    .where(inArray(typologies.code, codes));
  const names = new Map(named.map(({ code, es, en }) => [code, { es, en }]));
  facets.typology = facets.typology.map((one) => ({ ...one, name: names.get(one.value) ?? null }));
  return facets;
}
