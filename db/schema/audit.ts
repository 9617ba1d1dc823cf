import { bigint, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "../columns";

/** Who did what to what, never what was said. Appended by the function `audit_append` alone. */
export const auditEvents = pgTable("audit_events", {
  seq: bigint("seq", { mode: "number" }).primaryKey(),
  at: instant("at").notNull(),
  memberId: uuid("member_id"),
  organisationId: uuid("organisation_id"),
  action: text("action").notNull(),
  subjectKind: text("subject_kind").notNull(),
  subjectId: text("subject_id").notNull(),
  detail: jsonb("detail").$type<Record<string, unknown>>().notNull(),
  /** The exact text that was hashed. */
  canonical: text("canonical").notNull(),
  previousHash: bytea("previous_hash").notNull(),
  hash: bytea("hash").notNull(),
});

/** One row: where the chain ends. */
export const auditHead = pgTable("audit_head", {
  one: bigint("one", { mode: "number" }).primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  hash: bytea("hash").notNull(),
});

/** Signed statements of where the chain ended at a time; a copy is kept outside the database. */
export const auditCheckpoints = pgTable("audit_checkpoints", {
  seq: bigint("seq", { mode: "number" }).primaryKey(),
  at: instant("at").notNull(),
  hash: bytea("hash").notNull(),
  keyId: text("key_id").notNull(),
  signature: bytea("signature").notNull(),
});
