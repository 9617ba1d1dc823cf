CREATE TABLE "replies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"row" integer,
	"theme_id" uuid,
	CONSTRAINT "replies_theme_id_unique" UNIQUE("theme_id"),
	CONSTRAINT "replies_row" UNIQUE("round_id","row")
);
--> statement-breakpoint
CREATE TABLE "reply_citations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reply_id" uuid NOT NULL,
	"draft_id" uuid,
	"version_id" uuid,
	"cited_by" uuid NOT NULL,
	"cited_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reply_citations_draft" UNIQUE("draft_id","reply_id"),
	CONSTRAINT "reply_citations_version" UNIQUE("version_id","reply_id")
);
--> statement-breakpoint
CREATE TABLE "reply_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reply_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"said" jsonb NOT NULL,
	"answer" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"note" jsonb NOT NULL,
	"amended_in" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"writers" uuid[] NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"rows" integer[] DEFAULT '{}' NOT NULL,
	"released_by" uuid,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "reply_versions_once" UNIQUE("reply_id","n")
);
--> statement-breakpoint
CREATE TABLE "theme_points" (
	"theme_id" uuid NOT NULL,
	"point_id" uuid NOT NULL,
	CONSTRAINT "theme_points_theme_id_point_id_pk" PRIMARY KEY("theme_id","point_id")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_citations" ADD CONSTRAINT "reply_citations_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_citations" ADD CONSTRAINT "reply_citations_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_citations" ADD CONSTRAINT "reply_citations_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_citations" ADD CONSTRAINT "reply_citations_cited_by_members_id_fk" FOREIGN KEY ("cited_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_versions" ADD CONSTRAINT "reply_versions_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_versions" ADD CONSTRAINT "reply_versions_amended_in_advisory_versions_id_fk" FOREIGN KEY ("amended_in") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_versions" ADD CONSTRAINT "reply_versions_released_by_members_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_points" ADD CONSTRAINT "theme_points_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_points" ADD CONSTRAINT "theme_points_point_id_points_id_fk" FOREIGN KEY ("point_id") REFERENCES "public"."points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_created_by_members_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reply_citations_reply" ON "reply_citations" USING btree ("reply_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reply_versions_one_open" ON "reply_versions" USING btree ("reply_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "theme_points_point" ON "theme_points" USING btree ("point_id");--> statement-breakpoint
CREATE INDEX "themes_round" ON "themes" USING btree ("round_id");