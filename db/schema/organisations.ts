import { boolean, date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";

export const organisations = pgTable("organisations", {
  id: id(),
  kind: text("kind").$type<"authority" | "institution" | "guild" | "civil" | "operator">().notNull(),
  shortName: text("short_name").notNull().unique(),
  nameEs: text("name_es").notNull(),
  nameEn: text("name_en").notNull(),
  /** ISO 3166-1 alpha-2. */
  jurisdiction: text("jurisdiction").notNull(),
  sector: text("sector"),
  sizeBand: text("size_band").$type<"small" | "medium" | "large">(),
  lei: text("lei"),
  bic: text("bic"),
  bankCode: text("bank_code"),
  /** US: the 314(b) registration's day and its expiry; null: none recorded. */
  registered314bOn: date("registered_314b_on"),
  registered314bUntil: date("registered_314b_until"),
  /** MX: the legal ground that counsel recorded, and when; null: none recorded. */
  recordedGround: text("recorded_ground"),
  recordedGroundOn: date("recorded_ground_on"),
  vetting: text("vetting")
    .$type<"invited" | "applied" | "vetted" | "expired" | "suspended" | "revoked">()
    .notNull(),
  vettedUntil: date("vetted_until"),
  /** Authority: pattern of its numbers per type, e.g. `{ "advisory": "FIN-{year}-A{n:3}" }`. */
  numberPatterns: jsonb("number_patterns").$type<Record<string, string>>().notNull().default({}),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** A written exception for a short-staffed authority (product.md §2); the newest one that has not ended holds. */
export const clearanceExceptions = pgTable(
  "clearance_exceptions",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    severalKinds: boolean("several_kinds").notNull(),
    approvalsNeeded: integer("approvals_needed").notNull(),
    reason: text("reason").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull(),
    endedBy: uuid("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [index("clearance_exceptions_organisation").on(t.organisationId)],
);
