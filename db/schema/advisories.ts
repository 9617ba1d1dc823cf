import { type SQL, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  AdvisoryContent,
  AdvisoryType,
  Attachment,
  Audience,
  RedFlag,
  Section,
  Tlp,
} from "~/domain/advisories/advisory.form";
import type { Detail, Envelope } from "~/domain/advisories/version-parts";
import { id, instant, marking } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";

/** The lasting thing. Opened to readers by its current version's marking; while it has none, to its authorities. */
export const advisories = pgTable(
  "advisories",
  {
    id: id(),
    number: text("number").notNull(),
    /** Compared as a column: under row-level security no index answers for `lower(number)` (decision 105). */
    foldedNumber: text("folded_number")
      .notNull()
      .generatedAlwaysAs((): SQL => sql`lower(number)`),
    type: text("type").$type<AdvisoryType>().notNull(),
    origin: text("origin").$type<"native" | "imported">().notNull(),
    status: text("status").$type<"draft" | "published" | "superseded" | "withdrawn">().notNull(),
    leadOrganisationId: uuid("lead_organisation_id")
      .notNull()
      .references(() => organisations.id),
    currentVersion: integer("current_version"),
    /** Ordinal that the next red flag at home here will get; only grows, so no ordinal is used twice. Tells how many there are. */
    nextRedFlag: integer("next_red_flag").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    firstPublishedAt: instant("first_published_at"),
    lastPublishedAt: instant("last_published_at"),
    /** Day, month or year that sorts the list: the document's own date, else that of publication; empty, and last, for one that came in undated. */
    sortDate: text("sort_date").notNull().default(""),
    withdrawnAt: instant("withdrawn_at"),
    supersededAt: instant("superseded_at"),
    withdrawalReasonEs: text("withdrawal_reason_es"),
    withdrawalReasonEn: text("withdrawal_reason_en"),
    /** Number of the advisory to read instead, when superseded or withdrawn. */
    replacedBy: text("replaced_by"),
    tlp: text("tlp").$type<Tlp>().notNull(),
    audience: jsonb("audience").$type<Audience>().notNull(),
    authorities: uuid("authorities").array().notNull(),
    readers: text("readers")
      .array()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`case when status = 'draft' then readers_of('RED', '{}'::jsonb, authorities) else readers_of(tlp, audience, authorities) end`,
      ),
  },
  (t) => [
    uniqueIndex("advisories_number").on(t.foldedNumber),
    index("advisories_list").on(t.status, t.sortDate.desc(), t.id),
    index("advisories_ended")
      .on(sql`coalesce(${t.withdrawnAt}, ${t.supersededAt}) desc`)
      .where(sql`coalesce(${t.withdrawnAt}, ${t.supersededAt}) is not null`),
  ],
);

/** Every number and alias ever used, folded; a number is never given to another advisory. */
export const advisoryNumbers = pgTable(
  "advisory_numbers",
  {
    folded: text("folded").primaryKey(),
    number: text("number").notNull(),
    advisoryId: uuid("advisory_id")
      .notNull()
      .references(() => advisories.id),
    alias: boolean("alias").notNull(),
  },
  (t) => [index("advisory_numbers_advisory").on(t.advisoryId)],
);

/** An issuer's counter per pattern and year. */
export const numberSeries = pgTable(
  "number_series",
  {
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    pattern: text("pattern").notNull(),
    year: integer("year").notNull(),
    last: integer("last").notNull(),
  },
  (t) => [uniqueIndex("number_series_once").on(t.organisationId, t.pattern, t.year)],
);

/** An immutable issue of an advisory: the envelope, for all its readers. What fewer may read has rows of its own. */
export const advisoryVersions = pgTable(
  "advisory_versions",
  {
    id: id(),
    advisoryId: uuid("advisory_id")
      .notNull()
      .references(() => advisories.id),
    n: integer("n").notNull(),
    envelope: jsonb("envelope").$type<Envelope>().notNull(),
    typologies: text("typologies").array().notNull(),
    /** Of a document that came without a number, in its first version: what it is known again by (decision 105). */
    unnumberedTitle: text("unnumbered_title").generatedAlwaysAs(
      (): SQL =>
        sql`case when n = 1 and envelope #>> '{source,printedNumber}' = '' then md5(case when envelope #>> '{translation,es}' = 'original' then envelope #>> '{title,es}' else envelope #>> '{title,en}' end) end`,
    ),
    /** SHA-256 of the whole content, the one that was cleared. */
    contentHash: text("content_hash").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by")
      .notNull()
      .references(() => members.id),
    ...marking(),
  },
  (t) => [
    unique("advisory_versions_once").on(t.advisoryId, t.n),
    index("advisory_versions_newest").on(t.publishedAt),
    index("advisory_versions_typologies").using("gin", t.typologies),
    index("advisory_versions_unnumbered").on(t.unnumberedTitle).where(sql`unnumbered_title is not null`),
  ],
);

/** What of a version is for fewer readers than its envelope, besides sections, red flags and attachments (decision 110). */
export const versionDetails = pgTable(
  "version_details",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => advisoryVersions.id),
    kind: text("kind").$type<Detail["kind"]>().notNull(),
    position: integer("position").notNull(),
    content: jsonb("content").$type<Detail["content"]>().notNull(),
    ...marking(),
  },
  (t) => [uniqueIndex("version_details_once").on(t.versionId, t.kind, t.position)],
);

export const versionSections = pgTable(
  "version_sections",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => advisoryVersions.id),
    sectionId: uuid("section_id").notNull(),
    position: integer("position").notNull(),
    content: jsonb("content").$type<Section>().notNull(),
    ...marking(),
  },
  (t) => [uniqueIndex("version_sections_once").on(t.versionId, t.sectionId)],
);

/** A red flag's lasting identity: its public id never moves and is never given to another. */
export const indicators = pgTable(
  "indicators",
  {
    id: uuid("id").primaryKey(),
    publicId: text("public_id").notNull().unique(),
    advisoryId: uuid("advisory_id")
      .notNull()
      .references(() => advisories.id),
    n: integer("n").notNull(),
    state: text("state").$type<RedFlag["state"]>().notNull(),
    firstPublishedAt: instant("first_published_at").notNull(),
    ...marking(),
  },
  (t) => [unique("indicators_once").on(t.advisoryId, t.n)],
);

/** A red flag as one version prints it. */
export const versionRedFlags = pgTable(
  "version_red_flags",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => advisoryVersions.id),
    indicatorId: uuid("indicator_id")
      .notNull()
      .references(() => indicators.id),
    position: integer("position").notNull(),
    content: jsonb("content").$type<RedFlag>().notNull(),
    /** Part of the advisory's current version. */
    current: boolean("current").notNull(),
    ...marking(),
  },
  (t) => [
    uniqueIndex("version_red_flags_once").on(t.versionId, t.indicatorId),
    index("version_red_flags_indicator").on(t.indicatorId),
  ],
);

/** Another red flag that a printed one names: read by those who may read both, and by who issued it. */
export const redFlagReferences = pgTable(
  "red_flag_references",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => advisoryVersions.id),
    indicatorId: uuid("indicator_id")
      .notNull()
      .references(() => indicators.id),
    kind: text("kind").$type<"combines-with" | "merged-into">().notNull(),
    position: integer("position").notNull(),
    /** As written: it may be nobody's id. */
    publicId: text("public_id").notNull(),
    ...marking(),
  },
  (t) => [uniqueIndex("red_flag_references_once").on(t.versionId, t.indicatorId, t.kind, t.position)],
);

export const versionAttachments = pgTable(
  "version_attachments",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => advisoryVersions.id),
    attachmentId: uuid("attachment_id").notNull(),
    position: integer("position").notNull(),
    content: jsonb("content").$type<Attachment>().notNull(),
    ...marking(),
  },
  (t) => [uniqueIndex("version_attachments_once").on(t.versionId, t.attachmentId)],
);

/** The work on a next version. One open draft per advisory. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    advisoryId: uuid("advisory_id")
      .notNull()
      .references(() => advisories.id),
    /** The version that it amends; null for a first one. */
    baseVersion: integer("base_version"),
    content: jsonb("content").$type<AdvisoryContent>().notNull(),
    contentHash: text("content_hash").notNull(),
    /** Grows by one with every save. */
    revision: integer("revision").notNull().default(1),
    openedBy: uuid("opened_by")
      .notNull()
      .references(() => members.id),
    openedAt: instant("opened_at").notNull(),
    /** Embargo: published by the job at this instant, in the name of `scheduledBy`. */
    scheduledFor: instant("scheduled_for"),
    scheduledBy: uuid("scheduled_by").references(() => members.id),
    /** When the embargo was last set; calendars tell a newer entry from an older one by it. */
    scheduledAt: instant("scheduled_at"),
    scheduledHash: text("scheduled_hash"),
    /** Why the job could not publish when the time had come: a refusal's reason. */
    embargoRefusal: text("embargo_refusal"),
    publishedAt: instant("published_at"),
    discardedAt: instant("discarded_at"),
    authorities: uuid("authorities").array().notNull(),
  },
  (t) => [
    uniqueIndex("drafts_one_open").on(t.advisoryId).where(sql`published_at is null and discarded_at is null`),
    index("drafts_advisory").on(t.advisoryId),
    index("drafts_scheduled")
      .on(t.scheduledFor)
      .where(sql`scheduled_for is not null and published_at is null`),
  ],
);

/** Who changed what and when, without the words: what an edit undid is read from here. */
export const draftEdits = pgTable(
  "draft_edits",
  {
    draftId: uuid("draft_id")
      .notNull()
      .references(() => drafts.id),
    revision: integer("revision").notNull(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    at: instant("at").notNull(),
    paths: text("paths").array().notNull(),
    contentHash: text("content_hash").notNull(),
  },
  (t) => [uniqueIndex("draft_edits_once").on(t.draftId, t.revision)],
);

export const clearances = pgTable(
  "clearances",
  {
    id: id(),
    draftId: uuid("draft_id")
      .notNull()
      .references(() => drafts.id),
    kind: text("kind").$type<"legal" | "language-es" | "language-en" | "approval">().notNull(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    contentHash: text("content_hash").notNull(),
    note: text("note").notNull(),
    at: instant("at").notNull(),
    takenBackAt: instant("taken_back_at"),
  },
  (t) => [index("clearances_draft").on(t.draftId)],
);

export const draftComments = pgTable(
  "draft_comments",
  {
    id: id(),
    draftId: uuid("draft_id")
      .notNull()
      .references(() => drafts.id),
    /** Path of the piece that it is about, as in `piecesOf`; empty: the whole. */
    path: text("path").notNull(),
    body: text("body").notNull(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    at: instant("at").notNull(),
    resolvedBy: uuid("resolved_by").references(() => members.id),
    resolvedAt: instant("resolved_at"),
  },
  (t) => [index("draft_comments_draft").on(t.draftId)],
);

/** Uploaded bytes by hash; who may fetch them is decided by the draft or version that names them. */
export const draftFiles = pgTable(
  "draft_files",
  {
    draftId: uuid("draft_id")
      .notNull()
      .references(() => drafts.id),
    attachmentId: uuid("attachment_id").primaryKey(),
    sha256: text("sha256").notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    mediaType: text("media_type").notNull(),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => members.id),
    uploadedAt: instant("uploaded_at").notNull(),
  },
  (t) => [index("draft_files_draft").on(t.draftId)],
);

/** An API write done once: the same key with the same request gets the same answer. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    status: integer("status"),
    body: jsonb("body"),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("idempotency_keys_once").on(t.memberId, t.key)],
);

/** Who has a draft open, and at which piece: one row per member, renewed by the page while it is open. */
export const draftPresence = pgTable(
  "draft_presence",
  {
    draftId: uuid("draft_id")
      .notNull()
      .references(() => drafts.id),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    /** Path of the piece that the member's cursor is in; empty: none. */
    path: text("path").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [uniqueIndex("draft_presence_once").on(t.draftId, t.memberId)],
);
