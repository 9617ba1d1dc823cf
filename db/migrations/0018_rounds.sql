CREATE TABLE "attributed_answers" (
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attributed_answers_round_id_organisation_id_pk" PRIMARY KEY("round_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "points" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"question" text NOT NULL,
	"written" text NOT NULL,
	"claim" "bytea" NOT NULL,
	"organisation_id" uuid
);
--> statement-breakpoint
CREATE TABLE "round_invitations" (
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "round_invitations_round_id_organisation_id_pk" PRIMARY KEY("round_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "round_keys" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_rows" (
	"round_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"version_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	CONSTRAINT "round_rows_round_id_n_pk" PRIMARY KEY("round_id","n")
);
--> statement-breakpoint
CREATE TABLE "round_voters" (
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "round_voters_round_id_organisation_id_pk" PRIMARY KEY("round_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority_id" uuid NOT NULL,
	"typology" text,
	"version_id" uuid,
	"mode" text NOT NULL,
	"title" jsonb NOT NULL,
	"readers_statement" jsonb NOT NULL,
	"invited" jsonb NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"closes_at" timestamp (3) with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"called_off_by" uuid,
	"called_off_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sheet_entries" (
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"question" text NOT NULL,
	"answer" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sheet_entries_round_id_organisation_id_row_question_pk" PRIMARY KEY("round_id","organisation_id","row","question")
);
--> statement-breakpoint
CREATE TABLE "signed_answers" (
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"answers" "bytea" NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "signed_answers_round_id_organisation_id_pk" PRIMARY KEY("round_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "attributed_answers" ADD CONSTRAINT "attributed_answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attributed_answers" ADD CONSTRAINT "attributed_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attributed_answers" ADD CONSTRAINT "attributed_answers_signed_by_members_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points" ADD CONSTRAINT "points_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_invitations" ADD CONSTRAINT "round_invitations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_invitations" ADD CONSTRAINT "round_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_keys" ADD CONSTRAINT "round_keys_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_rows" ADD CONSTRAINT "round_rows_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_rows" ADD CONSTRAINT "round_rows_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_rows" ADD CONSTRAINT "round_rows_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_voters" ADD CONSTRAINT "round_voters_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_voters" ADD CONSTRAINT "round_voters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_typology_typologies_code_fk" FOREIGN KEY ("typology") REFERENCES "public"."typologies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_created_by_members_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_opened_by_members_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_called_off_by_members_id_fk" FOREIGN KEY ("called_off_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_entries" ADD CONSTRAINT "sheet_entries_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_entries" ADD CONSTRAINT "sheet_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_entries" ADD CONSTRAINT "sheet_entries_changed_by_members_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_answers" ADD CONSTRAINT "signed_answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_answers" ADD CONSTRAINT "signed_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_answers" ADD CONSTRAINT "signed_answers_signed_by_members_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballots_round" ON "ballots" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "points_round" ON "points" USING btree ("round_id","row");--> statement-breakpoint
CREATE UNIQUE INDEX "points_claim" ON "points" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "round_invitations_organisation" ON "round_invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "round_rows_once" ON "round_rows" USING btree ("round_id","indicator_id");--> statement-breakpoint
CREATE INDEX "round_rows_indicator" ON "round_rows" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "rounds_authority" ON "rounds" USING btree ("authority_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "rounds_due" ON "rounds" USING btree ("closes_at") WHERE opened_at IS NOT NULL AND closed_at IS NULL AND called_off_at IS NULL;