CREATE TABLE "release_breakdowns" (
	"round_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"groups" jsonb NOT NULL,
	"tables" jsonb NOT NULL,
	CONSTRAINT "release_breakdowns_round_id_row_pk" PRIMARY KEY("round_id","row")
);
--> statement-breakpoint
CREATE TABLE "release_tables" (
	"round_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"version_id" uuid,
	"indicator_id" uuid,
	"tables" jsonb NOT NULL,
	CONSTRAINT "release_tables_round_id_row_pk" PRIMARY KEY("round_id","row")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"authority_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"title" jsonb NOT NULL,
	"typology" text,
	"version_id" uuid,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"invited" integer NOT NULL,
	"answered" integer NOT NULL,
	"rule" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_closings" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"holder" uuid,
	"held_until" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "round_voters" ADD COLUMN "jurisdiction" text;--> statement-breakpoint
ALTER TABLE "round_voters" ADD COLUMN "sector" text;--> statement-breakpoint
ALTER TABLE "round_voters" ADD COLUMN "size" text;--> statement-breakpoint
UPDATE "round_voters" v SET "jurisdiction" = o."jurisdiction", "sector" = coalesce(o."sector", 'unstated'), "size" = coalesce(o."size_band", 'unstated') FROM "organisations" o WHERE o."id" = v."organisation_id";--> statement-breakpoint
ALTER TABLE "round_voters" ALTER COLUMN "jurisdiction" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "round_voters" ALTER COLUMN "sector" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "round_voters" ALTER COLUMN "size" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "release_breakdowns" ADD CONSTRAINT "release_breakdowns_round_id_row_release_tables_round_id_row_fk" FOREIGN KEY ("round_id","row") REFERENCES "public"."release_tables"("round_id","row") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_tables" ADD CONSTRAINT "release_tables_round_id_releases_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."releases"("round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_tables" ADD CONSTRAINT "release_tables_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_tables" ADD CONSTRAINT "release_tables_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_typology_typologies_code_fk" FOREIGN KEY ("typology") REFERENCES "public"."typologies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_closings" ADD CONSTRAINT "round_closings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "release_tables_indicator" ON "release_tables" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "releases_published" ON "releases" USING btree ("published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "releases_typology" ON "releases" USING btree ("typology");--> statement-breakpoint
CREATE INDEX "releases_version" ON "releases" USING btree ("version_id");