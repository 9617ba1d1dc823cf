import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Language } from "~/domain/advisories/advisory.form";
import { bytea, id, instant } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";
import { roundtables } from "./roundtables";

// What happens inside a session. Every table says of which room it is; every `bytea` in them is sealed by that room's key.
// No contribution has a time: an item's opening and closing is as fine as the record gets (decision 400).

const roundtableId = () =>
  uuid("roundtable_id")
    .notNull()
    .references(() => roundtables.id, { onDelete: "cascade" });
const person = (name: string) => uuid(name).references(() => members.id);
const organisation = (name: string) => uuid(name).references(() => organisations.id);
const contribution = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => roomContributions.id, { onDelete: "cascade" });
/** The room's revision when the row last changed; set by the database. */
const changed = () => integer("changed").notNull().default(0);

/** What one accepts to enter, in both languages; the highest version holds. */
export const roundtableTerms = pgTable(
  "roundtable_terms",
  {
    roundtableId: roundtableId(),
    version: integer("version").notNull(),
    words: bytea("words").notNull(),
    /** SHA-256 of the text as it is shown. */
    hashEs: text("hash_es").notNull(),
    hashEn: text("hash_en").notNull(),
    writtenBy: person("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundtableId, t.version] })],
);

/** Who accepted which text, in which language. */
export const roundtableAcceptances = pgTable(
  "roundtable_acceptances",
  {
    id: id(),
    roundtableId: roundtableId(),
    memberId: person("member_id").notNull(),
    organisationId: organisation("organisation_id").notNull(),
    version: integer("version").notNull(),
    language: text("language").$type<Language>().notNull(),
    hash: text("hash").notNull(),
    acceptedAt: instant("accepted_at").notNull(),
  },
  (t) => [uniqueIndex("roundtable_acceptances_once").on(t.roundtableId, t.memberId, t.version)],
);

/** Where a session stands; `revision` grows with everything that its page shows. */
export const roomFloors = pgTable("room_floors", {
  roundtableId: roundtableId().primaryKey(),
  revision: integer("revision").notNull().default(0),
  /** The item of the agenda that is spoken of, from 0. */
  item: integer("item"),
  openedBy: person("opened_by"),
  openedAt: instant("opened_at"),
});

/** When an item of the agenda was taken up and closed. */
export const roomItems = pgTable(
  "room_items",
  {
    roundtableId: roundtableId(),
    item: integer("item").notNull(),
    openedAt: instant("opened_at").notNull(),
    closedBy: person("closed_by"),
    closedAt: instant("closed_at"),
  },
  (t) => [primaryKey({ columns: [t.roundtableId, t.item] })],
);

/** What somebody said, asked or showed; who it was only as far as they chose when they wrote it. */
export const roomContributions = pgTable(
  "room_contributions",
  {
    id: uuid("id").primaryKey(),
    roundtableId: roundtableId(),
    kind: text("kind").$type<"words" | "question" | "file">().notNull(),
    /** Of the agenda, from 0. */
    item: integer("item").notNull(),
    /** What it answers. */
    parentId: uuid("parent_id"),
    mode: text("mode").$type<"named" | "organisation" | "sector" | "unattributed">().notNull(),
    /** Of a named one alone. */
    memberId: person("member_id"),
    /** Of a named one and of an organisation's. */
    organisationId: organisation("organisation_id"),
    /** Of one by sector alone. */
    sector: text("sector"),
    words: bytea("words").notNull(),
    /** Its place among all of the room; set by the database. */
    position: integer("position").notNull().default(0),
    changed: changed(),
    hiddenBy: person("hidden_by"),
    hiddenAt: instant("hidden_at"),
    /** Why, sealed. */
    hiding: bytea("hiding"),
    settledBy: person("settled_by"),
    settledAt: instant("settled_at"),
    /** What became of a question. */
    settlement: text("settlement").$type<"answered" | "set-aside">(),
  },
  (t) => [
    foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }),
    index("room_contributions_room").on(t.roundtableId, t.changed),
  ],
);

/** The bytes of a file that was shown. */
export const roomFiles = pgTable("room_files", {
  contributionId: contribution("contribution_id").primaryKey(),
  roundtableId: roundtableId(),
  content: bytea("content").notNull(),
});

/** What those who convene send ahead, in their own names. */
export const roundtableMaterials = pgTable(
  "roundtable_materials",
  {
    id: uuid("id").primaryKey(),
    roundtableId: roundtableId(),
    /** What it is called, what it is and how large. */
    words: bytea("words").notNull(),
    content: bytea("content").notNull(),
    addedBy: person("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
    withdrawnBy: person("withdrawn_by"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [index("roundtable_materials_room").on(t.roundtableId)],
);

/** The same in the other language, by a translator who is named, or by a machine. */
export const roomTranslations = pgTable(
  "room_translations",
  {
    id: id(),
    roundtableId: roundtableId(),
    contributionId: contribution("contribution_id"),
    language: text("language").$type<Language>().notNull(),
    /** Null: by a machine, and nobody is said to have asked it (decision 442). */
    memberId: person("member_id"),
    words: bytea("words").notNull(),
    changed: changed(),
  },
  (t) => [uniqueIndex("room_translations_once").on(t.contributionId, t.language)],
);

/** Talk that a chair stopped, with the reason; until it is lifted nothing is said on that item. */
export const roomStops = pgTable(
  "room_stops",
  {
    id: id(),
    roundtableId: roundtableId(),
    item: integer("item").notNull(),
    reason: bytea("reason").notNull(),
    stoppedBy: person("stopped_by").notNull(),
    stoppedAt: instant("stopped_at").notNull(),
    liftedBy: person("lifted_by"),
    liftedAt: instant("lifted_at"),
  },
  (t) => [uniqueIndex("room_stops_once").on(t.roundtableId, t.item).where(sql`lifted_at is null`)],
);

/** Who wants a question answered. */
export const roomVotes = pgTable(
  "room_votes",
  {
    contributionId: contribution("contribution_id"),
    roundtableId: roundtableId(),
    memberId: person("member_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.contributionId, t.memberId] })],
);

/** Who wants to speak, in the order of raising; gone when lowered. */
export const roomHands = pgTable(
  "room_hands",
  {
    roundtableId: roundtableId(),
    memberId: person("member_id").notNull(),
    organisationId: organisation("organisation_id").notNull(),
    raisedAt: instant("raised_at").notNull(),
    calledAt: instant("called_at"),
  },
  (t) => [primaryKey({ columns: [t.roundtableId, t.memberId] })],
);

/** Whose page is open just now; says nothing of what they do. */
export const roomPresence = pgTable(
  "room_presence",
  {
    roundtableId: roundtableId(),
    memberId: person("member_id").notNull(),
    organisationId: organisation("organisation_id").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundtableId, t.memberId] })],
);

export const roomPolls = pgTable(
  "room_polls",
  {
    id: id(),
    roundtableId: roundtableId(),
    item: integer("item").notNull(),
    kind: text("kind").$type<"single" | "multiple" | "scale">().notNull(),
    /** The question and what can be chosen, in both languages. */
    words: bytea("words").notNull(),
    openedBy: person("opened_by").notNull(),
    openedAt: instant("opened_at").notNull(),
    closedBy: person("closed_by"),
    closedAt: instant("closed_at"),
  },
  (t) => [index("room_polls_room").on(t.roundtableId)],
);

const poll = () =>
  uuid("poll_id")
    .notNull()
    .references(() => roomPolls.id, { onDelete: "cascade" });

/** Who has voted; never what. */
export const roomVoters = pgTable(
  "room_voters",
  { pollId: poll(), roundtableId: roundtableId(), memberId: person("member_id").notNull() },
  (t) => [primaryKey({ columns: [t.pollId, t.memberId] })],
);

/** How often each choice was made, as one sealed count: there is no ballot that could be somebody's. */
export const roomBallotBoxes = pgTable("room_ballot_boxes", {
  pollId: poll().primaryKey(),
  roundtableId: roundtableId(),
  counts: bytea("counts").notNull(),
});
