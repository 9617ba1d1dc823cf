import {
  type AnyPgColumn,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Release, ReleaseTable } from "~/domain/releases/release";
import { instant, marking } from "../columns";
import { advisoryVersions, indicators } from "./advisories";
import { organisations } from "./organisations";
import { rounds } from "./rounds";
import { typologies } from "./typologies";

const roundId = (of: () => AnyPgColumn) => uuid("round_id").notNull().references(of);

/**
 * The statistics of a closed round, as they were reckoned once. What is said of the round stands here again, because whoever reads a
 * release need not know of the round. The figures are in `release_tables` and `release_breakdowns`: not everyone reads all of them.
 */
export const releases = pgTable(
  "releases",
  {
    roundId: roundId(() => rounds.id).primaryKey(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organisations.id),
    mode: text("mode").$type<"unattributed" | "identified">().notNull(),
    title: jsonb("title").$type<Text>().notNull(),
    typology: text("typology").references(() => typologies.code),
    versionId: uuid("version_id").references(() => advisoryVersions.id),
    openedAt: instant("opened_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    publishedAt: instant("published_at").notNull(),
    invited: integer("invited").notNull(),
    answered: integer("answered").notNull(),
    rule: jsonb("rule").$type<Release["rule"]>().notNull(),
    /** SHA-256 of the whole release in canonical JSON, in hex. */
    contentHash: text("content_hash").notNull(),
    ...marking(),
  },
  (t) => [
    index("releases_published").on(t.publishedAt.desc()),
    index("releases_typology").on(t.typology),
    index("releases_version").on(t.versionId),
  ],
);

/** What everybody together answered, of one red flag (or, as row 0, of the round): read by whoever may read that red flag. */
export const releaseTables = pgTable(
  "release_tables",
  {
    roundId: roundId(() => releases.roundId),
    row: integer("row").notNull(),
    versionId: uuid("version_id").references(() => advisoryVersions.id),
    indicatorId: uuid("indicator_id").references(() => indicators.id),
    tables: jsonb("tables")
      .$type<Pick<ReleaseTable, "redFlag" | "question" | "categories" | "overall">[]>()
      .notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.row] }), index("release_tables_indicator").on(t.indicatorId)],
);

/** The same by jurisdiction, sector and size, in the order of its tables; guilds read aggregates only. */
export const releaseBreakdowns = pgTable(
  "release_breakdowns",
  {
    roundId: uuid("round_id").notNull(),
    row: integer("row").notNull(),
    /** Those of the whole release, on every row: the statistics of one red flag are read by themselves. */
    groups: jsonb("groups").$type<Release["groups"]>().notNull(),
    tables: jsonb("tables").$type<Pick<ReleaseTable, "jurisdiction" | "sector" | "size">[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.row] }),
    foreignKey({ columns: [t.roundId, t.row], foreignColumns: [releaseTables.roundId, releaseTables.row] }),
  ],
);

/** Who reckons a round's statistics, until when nobody else does, and what went wrong last. Gone when the round is closed. */
export const roundClosings = pgTable("round_closings", {
  roundId: roundId(() => rounds.id).primaryKey(),
  holder: uuid("holder"),
  /** By the database's own clock. */
  heldUntil: instant("held_until").notNull(),
  attempts: integer("attempts").notNull(),
  problem: text("problem"),
});
