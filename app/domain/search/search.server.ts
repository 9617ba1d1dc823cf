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
import { excerpt, markedText, type Segment } from "./marked-text";

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

    const rows = await itemRows(tx, found.page);
    const items = found.page.flatMap((id) => {
      const row = rows.get(id);
      if (!row) return [];
      return itemOf(
        row,
        found.passages.filter((p) => p.advisoryId === id),
        wanted.language,
      );
    });
    const shown = (page - 1) * pageSize + found.page.length;
    const reachable = query.value.clauses.length > 0 ? found.total : Number.POSITIVE_INFINITY;
    const last = found.more ? shown >= reachable : shown >= found.total;
    return done({
      items,
      total: found.total,
      more: found.more,
      facets: await facetsOf(tx, found.facets, wanted),
      page,
      nextPage: last || found.page.length < pageSize ? null : page + 1,
    });
  });
}

type Found = {
  total: number;
  more: boolean;
  facets: { kind: FacetKind; value: string; count: number }[];
  page: string[];
  passages: FoundPassage[];
};
type FoundPassage = {
  advisoryId: string;
  kind: "summary" | "section" | "red-flag";
  partId: string | null;
  publicId: string | null;
  tlp: Tlp;
  heading: string;
  headingMarked: string;
  language: Language;
  text: string;
  textMarked: string;
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

type ItemRow = Omit<SearchItem, "language" | "title" | "summary" | "passages"> & {
  title: Text;
  summary: Text;
};

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
      summary: envelope<Text>("summary"),
    })
    .from(advisories)
    .innerJoin(
      advisoryVersions,
      and(eq(advisoryVersions.advisoryId, advisories.id), eq(advisoryVersions.n, advisories.currentVersion)),
    )
    .where(inArray(advisories.id, ids));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

function itemOf({ title, summary, ...row }: ItemRow, passages: FoundPassage[], reader: Language): SearchItem {
  const language = title[reader] === "" ? otherLanguage(reader) : reader;
  const top = passages.find(({ kind }) => kind === "summary");
  return {
    ...row,
    language,
    title:
      top?.heading === title[language] ? markedText(top.heading, top.headingMarked) : plain(title[language]),
    summary:
      top?.language === language
        ? excerpt(markedText(top.text, top.textMarked))
        : excerpt(plain(summary[language])),
    passages: passages.flatMap((p) => {
      const id = p.publicId ?? p.partId;
      if (p.kind === "summary" || id === null) return [];
      return [
        {
          kind: p.kind,
          id,
          tlp: p.tlp,
          heading: markedText(p.heading, p.headingMarked),
          language: p.language,
          text: excerpt(markedText(p.text, p.textMarked)),
        },
      ];
    }),
  };
}

const plain = (text: string): Segment[] => (text === "" ? [] : [{ text, hit: false }]);

async function facetsOf(tx: Transaction, found: Found["facets"], wanted: Narrowing) {
  const codes = found.flatMap(({ kind, value }) => (kind === "typology" ? [value] : []));
  const named =
    codes.length === 0
      ? []
      : await tx
          .select({ code: typologies.code, es: typologies.nameEs, en: typologies.nameEn })
          .from(typologies)
          .where(inArray(typologies.code, codes));
  const names = new Map(named.map(({ code, es, en }) => [code, { es, en }]));

  const facets: Record<FacetKind, FacetValue[]> = {
    issuer: [],
    type: [],
    typology: [],
    year: [],
    status: [],
  };
  for (const { kind, value, count } of found) {
    const chosen = wanted[kind]?.toLowerCase() === value.toLowerCase();
    facets[kind].push({
      value,
      count,
      name: kind === "typology" ? (names.get(value) ?? null) : null,
      chosen,
    });
  }
  return facets;
}
