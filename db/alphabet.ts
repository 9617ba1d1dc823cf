import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** Orders names as people do: "Ángel" beside "Ana", "Banco del Bravo" before "Banco Meseta". */
export const alphabetically = (column: AnyColumn): SQL => sql`${column} collate "und-x-icu"`;
