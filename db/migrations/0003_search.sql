CREATE TABLE "search_documents" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"advisory_id" uuid NOT NULL,
	"base" boolean NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"issuers" text[] NOT NULL,
	"typologies" text[] NOT NULL,
	"day" integer NOT NULL,
	"readers" text[] NOT NULL,
	"also_readers" text[],
	"advisory_readers" text[],
	"head" "tsvector" NOT NULL,
	"terms" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_format" (
	"one" integer PRIMARY KEY NOT NULL,
	"format" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_parts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"advisory_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"part_id" uuid,
	"position" integer NOT NULL,
	"passage" integer NOT NULL,
	"public_id" text,
	"tlp" text NOT NULL,
	"readers" text[] NOT NULL,
	"also_readers" text[],
	"advisory_readers" text[],
	"heading_es" text NOT NULL,
	"heading_en" text NOT NULL,
	"es" text NOT NULL,
	"en" text NOT NULL,
	"tsv" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_documents_terms" ON "search_documents" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("day","id");--> statement-breakpoint
CREATE INDEX "search_documents_advisory" ON "search_documents" USING btree ("advisory_id");--> statement-breakpoint
CREATE INDEX "search_parts_advisory" ON "search_parts" USING btree ("advisory_id");--> statement-breakpoint
CREATE INDEX "search_parts_red_flags" ON "search_parts" USING gin ("tsv") WHERE kind = 'red-flag';