import { type SQL, sql } from "drizzle-orm";
import { bigint, bigserial, boolean, index, integer, pgTable, serial, text, uuid } from "drizzle-orm/pg-core";
import { tsvector } from "../columns";

/**
 * What search looks in, kept right by triggers (db/policies/search.sql) and closed to the web role: PostgreSQL uses no
 * text index under row-level security, so the functions there apply the same keys themselves (decision 060).
 */

/**
 * An advisory as one group of readers may see it: every part of its current version that those readers see.
 * Parts that are stricter than the envelope make a second row with fewer readers, which holds the freer parts too.
 * A search goes through a thousand of these, so a row is numbers (decision 295).
 */
export const searchDocuments = pgTable(
  "search_documents",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    /** Which of search_facet_sets. */
    facetSet: bigint("facet_set", { mode: "number" }).notNull(),
    /** Day, then the beginning of the advisory's id: newest first is this, descending, as one number. */
    newness: bigint("newness", { mode: "number" })
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`(day::bigint << 32) | ('x' || left(replace(advisory_id::text, '-', ''), 8))::bit(32)::bigint`,
      ),
    advisoryId: uuid("advisory_id").notNull(),
    /** The advisory's date as a number, `20260600` for June 2026: newest first is this, descending. */
    day: integer("day").notNull(),
    /** Which of search_reader_sets. */
    readerSet: integer("reader_set").notNull(),
    /** The row of the envelope's own readers: one per advisory. */
    base: boolean("base").notNull(),
    /** Every stem, every pair of neighbouring stems `lav~2~diner`, identifiers `=t1003.001`, facets `@type:alert`, stems of title `^^lav` and of title or summary `^lav`. */
    terms: tsvector("terms").notNull(),
  },
  (t) => [
    index("search_documents_terms").using("gin", t.terms),
    index("search_documents_newest").on(t.day, t.advisoryId),
    index("search_documents_advisory").on(t.advisoryId),
    index("search_documents_facets").on(t.facetSet),
  ],
);

/** Who may see a row, once for all rows that the same people may see. Two that are alike do no harm: nobody waits for another's transaction. */
export const searchReaderSets = pgTable(
  "search_reader_sets",
  {
    id: serial("id").primaryKey(),
    readers: text("readers").array().notNull(),
    /** Keys that are needed besides: of the envelope or the advisory, where they are not the same as the row's. */
    alsoReaders: text("also_readers").array(),
    advisoryReaders: text("advisory_readers").array(),
  },
  (t) => [index("search_reader_sets_readers").using("hash", t.readers)],
);

/** What a list can be narrowed by, `type:alert`, `issuer:CNBV`, once for all advisories that have the same. The id follows from the facets. */
export const searchFacetSets = pgTable(
  "search_facet_sets",
  {
    id: bigint("id", { mode: "number" }).notNull(),
    facets: text("facets").array().notNull(),
  },
  (t) => [index("search_facet_sets_id").on(t.id)],
);

/** A passage of a current version: what is shown under a result, and what a new red flag is compared with. */
export const searchParts = pgTable(
  "search_parts",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    advisoryId: uuid("advisory_id").notNull(),
    kind: text("kind").$type<"summary" | "section" | "red-flag" | "question">().notNull(),
    /** Section's, indicator's or answer's id; null for the summary. */
    partId: uuid("part_id"),
    /** Place in the document, then in a part that is too long for one passage. */
    position: integer("position").notNull(),
    passage: integer("passage").notNull(),
    publicId: text("public_id"),
    tlp: text("tlp").notNull(),
    readers: text("readers").array().notNull(),
    alsoReaders: text("also_readers").array(),
    advisoryReaders: text("advisory_readers").array(),
    headingEs: text("heading_es").notNull(),
    headingEn: text("heading_en").notNull(),
    es: text("es").notNull(),
    en: text("en").notNull(),
    tsv: tsvector("tsv").notNull(),
  },
  (t) => [
    index("search_parts_advisory").on(t.advisoryId),
    index("search_parts_red_flags").using("gin", t.tsv).where(sql`kind = 'red-flag'`),
  ],
);

/** How the rows above were made; where it is not what db/policies/search.sql makes now, they are made anew. */
export const searchFormat = pgTable("search_format", {
  one: integer("one").primaryKey(),
  format: integer("format").notNull(),
});
