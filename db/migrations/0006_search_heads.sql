CREATE TABLE "search_heads" (
	"advisory_id" uuid PRIMARY KEY NOT NULL,
	"head" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "head";