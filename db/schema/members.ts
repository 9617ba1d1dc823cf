import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, id, instant } from "../columns";
import { organisations } from "./organisations";

export const members = pgTable(
  "members",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** As `normalAddress` writes it. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    language: text("language").$type<"es" | "en">().notNull(),
    timeZone: text("time_zone").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    leftAt: instant("left_at"),
  },
  (t) => [
    index("members_organisation").on(t.organisationId),
    // Who left keeps the record, not the address.
    uniqueIndex("members_email").on(t.email).where(sql`left_at IS NULL`),
  ],
);

export const memberRoles = pgTable(
  "member_roles",
  {
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    role: text("role").notNull(),
    /** A translator's language; empty for every other role. */
    language: text("language").notNull().default(""),
  },
  (t) => [uniqueIndex("member_roles_once").on(t.memberId, t.role, t.language)],
);

/** Only a SHA-256 of the session id is kept. The web role reaches this table through functions alone. */
export const sessions = pgTable(
  "sessions",
  {
    idHash: bytea("id_hash").primaryKey(),
    /** Names a session in its member's own list; opens nothing. */
    id: uuid("id").notNull().unique().defaultRandom(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    /** When it ends unless it is used before. */
    expiresAt: instant("expires_at").notNull(),
    /** When it ends however much it is used. */
    endsAt: instant("ends_at").notNull(),
    /** Browser and system, as names: `Firefox · Windows`. */
    device: text("device").notNull().default(""),
    /** The device of `member_devices`. */
    deviceHash: bytea("device_hash"),
    /** When the person last confirmed who they are (step-up). */
    confirmedAt: instant("confirmed_at"),
  },
  (t) => [index("sessions_member").on(t.memberId)],
);

export const apiTokens = pgTable(
  "api_tokens",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    id: uuid("id").notNull().unique().defaultRandom(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    name: text("name").notNull(),
    scopes: text("scopes").array().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("api_tokens_member").on(t.memberId)],
);

/** Secret addresses that a program reads on a member's behalf, without signing in; each opens one thing only. */
export const feedTokens = pgTable(
  "feed_tokens",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    id: uuid("id").notNull().unique().defaultRandom(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    /** What it opens: the member's dates, or what is new of the advisories that they may read. */
    kind: text("kind").$type<"calendar" | "advisories">().notNull(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("feed_tokens_member").on(t.memberId)],
);

/** The people of the demo by key; empty where there is no demo. */
export const demoPersonas = pgTable("demo_personas", {
  key: text("key").primaryKey(),
  memberId: uuid("member_id")
    .notNull()
    .references(() => members.id),
  position: integer("position").notNull(),
});
