import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Kind } from "~/domain/screening/finding";

/** How often texts were stopped, by day and by what was in them: never who wrote, never what. */
export const screenedCounts = pgTable(
  "screened_counts",
  {
    day: date("day").notNull(),
    kind: text("kind").$type<Kind>().notNull(),
    count: integer("count").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.kind] }),
    check("screened_counts_kind", sql`kind ~ '^[a-z]{2,12}$'`),
    check("screened_counts_count", sql`count > 0`),
  ],
);
