-- Every row is made anew: db/policies/search.sql makes another format of them now.
TRUNCATE "search_documents";--> statement-breakpoint
DROP INDEX "advisories_number";--> statement-breakpoint
DROP INDEX "search_documents_newest";--> statement-breakpoint
ALTER TABLE "advisories" ADD COLUMN "folded_number" text GENERATED ALWAYS AS (lower(number)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "advisory_versions" ADD COLUMN "unnumbered_title" text GENERATED ALWAYS AS (case when n = 1 and envelope #>> '{source,printedNumber}' = '' then md5(case when envelope #>> '{translation,es}' = 'original' then envelope #>> '{title,es}' else envelope #>> '{title,en}' end) end) STORED;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "facets" text[] NOT NULL;--> statement-breakpoint
CREATE INDEX "advisory_versions_unnumbered" ON "advisory_versions" USING btree ("unnumbered_title") WHERE unnumbered_title is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "advisories_number" ON "advisories" USING btree ("folded_number");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("day","advisory_id");--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "type";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "status";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "issuers";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "typologies";