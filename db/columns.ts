import { type SQL, sql } from "drizzle-orm";
import { customType, jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Audience, Tlp } from "~/domain/advisories/advisory.form";

export const id = () => uuid("id").primaryKey().defaultRandom();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The marking of a row and, generated from it by the database, the keys that open it (db/policies/readers.sql).
 * No code can write `readers`: a row is never opened further than its label and audience say.
 */
export const marking = () => ({
  tlp: text("tlp").$type<Tlp>().notNull(),
  audience: jsonb("audience").$type<Audience>().notNull(),
  authorities: uuid("authorities").array().notNull(),
  readers: text("readers")
    .array()
    .notNull()
    .generatedAlwaysAs((): SQL => sql`readers_of(tlp, audience, authorities)`),
});
