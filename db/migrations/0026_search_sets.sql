CREATE TABLE "search_facet_sets" (
	"id" bigint NOT NULL,
	"facets" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_reader_sets" (
	"id" serial PRIMARY KEY NOT NULL,
	"readers" text[] NOT NULL,
	"also_readers" text[],
	"advisory_readers" text[]
);
--> statement-breakpoint
INSERT INTO "search_facet_sets" SELECT DISTINCT hashtextextended(array_to_string("facets", E'\n'), 0) & 4503599627370495, "facets" FROM "search_documents";--> statement-breakpoint
INSERT INTO "search_reader_sets" ("readers", "also_readers", "advisory_readers") SELECT DISTINCT "readers", "also_readers", "advisory_readers" FROM "search_documents";--> statement-breakpoint
-- Numbers come first in a row, so the table is made anew, in the order of the dates; a column can only be added at the end.
ALTER TABLE "search_documents" RENAME TO "search_documents_wide";--> statement-breakpoint
ALTER TABLE "search_documents_wide" RENAME CONSTRAINT "search_documents_pkey" TO "search_documents_wide_pkey";--> statement-breakpoint
ALTER SEQUENCE "search_documents_id_seq" RENAME TO "search_documents_wide_id_seq";--> statement-breakpoint
DROP INDEX "search_documents_terms", "search_documents_newest", "search_documents_advisory";--> statement-breakpoint
CREATE TABLE "search_documents" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"facet_set" bigint NOT NULL,
	"newness" bigint GENERATED ALWAYS AS ((day::bigint << 32) | ('x' || left(replace(advisory_id::text, '-', ''), 8))::bit(32)::bigint) STORED NOT NULL,
	"advisory_id" uuid NOT NULL,
	"day" integer NOT NULL,
	"reader_set" integer NOT NULL,
	"base" boolean NOT NULL,
	"terms" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_documents" ALTER COLUMN "terms" SET STORAGE EXTERNAL;--> statement-breakpoint
INSERT INTO "search_documents" ("facet_set", "advisory_id", "day", "reader_set", "base", "terms")
	SELECT hashtextextended(array_to_string(d."facets", E'\n'), 0) & 4503599627370495, d."advisory_id", d."day", s."id", d."base", d."terms"
	FROM "search_documents_wide" d JOIN "search_reader_sets" s ON s."readers" = d."readers"
		AND s."also_readers" IS NOT DISTINCT FROM d."also_readers" AND s."advisory_readers" IS NOT DISTINCT FROM d."advisory_readers"
	ORDER BY d."day", d."advisory_id";--> statement-breakpoint
DROP TABLE "search_documents_wide";--> statement-breakpoint
SET LOCAL maintenance_work_mem = '256MB';--> statement-breakpoint
CREATE INDEX "search_documents_terms" ON "search_documents" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("day","advisory_id");--> statement-breakpoint
CREATE INDEX "search_documents_advisory" ON "search_documents" USING btree ("advisory_id");--> statement-breakpoint
CREATE INDEX "search_documents_facets" ON "search_documents" USING btree ("facet_set");--> statement-breakpoint
CREATE INDEX "search_facet_sets_id" ON "search_facet_sets" USING btree ("id");--> statement-breakpoint
CREATE INDEX "search_reader_sets_readers" ON "search_reader_sets" USING hash ("readers");--> statement-breakpoint
ANALYZE "search_documents", "search_facet_sets", "search_reader_sets";
