CREATE TABLE "advisories" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"type" text NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"lead_organisation_id" uuid NOT NULL,
	"current_version" integer,
	"next_red_flag" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"first_published_at" timestamp (3) with time zone,
	"last_published_at" timestamp (3) with time zone,
	"sort_date" text DEFAULT '' NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawal_reason_es" text,
	"withdrawal_reason_en" text,
	"replaced_by" text,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (case when status = 'draft' then readers_of('RED', '{}'::jsonb, authorities) else readers_of(tlp, audience, authorities) end) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "advisory_numbers" (
	"folded" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"advisory_id" uuid NOT NULL,
	"alias" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "advisory_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"advisory_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"envelope" jsonb NOT NULL,
	"typologies" text[] NOT NULL,
	"content_hash" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL,
	CONSTRAINT "advisory_versions_once" UNIQUE("advisory_id","n")
);
--> statement-breakpoint
CREATE TABLE "clearances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"draft_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "draft_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"draft_id" uuid NOT NULL,
	"path" text NOT NULL,
	"body" text NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"resolved_by" uuid,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "draft_edits" (
	"draft_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"paths" text[] NOT NULL,
	"content_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_files" (
	"draft_id" uuid NOT NULL,
	"attachment_id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"media_type" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"advisory_id" uuid NOT NULL,
	"base_version" integer,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"scheduled_for" timestamp (3) with time zone,
	"scheduled_by" uuid,
	"scheduled_hash" text,
	"embargo_refusal" text,
	"published_at" timestamp (3) with time zone,
	"discarded_at" timestamp (3) with time zone,
	"authorities" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"member_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" jsonb,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"advisory_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"state" text NOT NULL,
	"merged_into" text,
	"first_published_at" timestamp (3) with time zone NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL,
	CONSTRAINT "indicators_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "indicators_once" UNIQUE("advisory_id","n")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"organisation_id" uuid NOT NULL,
	"pattern" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_attachments" (
	"version_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_red_flags" (
	"version_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	"current" boolean NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_sections" (
	"version_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"hash" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"member_id" uuid,
	"organisation_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"canonical" text NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"one" bigint PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "demo_personas" (
	"key" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_roles" (
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	"language" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "members_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "clearance_exceptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"several_kinds" boolean NOT NULL,
	"approvals_needed" integer NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"short_name" text NOT NULL,
	"name_es" text NOT NULL,
	"name_en" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"sector" text,
	"size_band" text,
	"lei" text,
	"bic" text,
	"bank_code" text,
	"registered_314b_until" date,
	"recorded_ground" text,
	"vetting" text NOT NULL,
	"vetted_until" date,
	"number_patterns" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_short_name_unique" UNIQUE("short_name")
);
--> statement-breakpoint
CREATE TABLE "amltrix_techniques" (
	"external_id" text PRIMARY KEY NOT NULL,
	"stix_id" text NOT NULL,
	"name" text NOT NULL,
	"parent" text NOT NULL,
	"url" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "typologies" (
	"code" text PRIMARY KEY NOT NULL,
	"name_es" text NOT NULL,
	"name_en" text NOT NULL,
	"description_es" text DEFAULT '' NOT NULL,
	"description_en" text DEFAULT '' NOT NULL,
	"amltrix" text[] DEFAULT '{}' NOT NULL,
	"catalogued" boolean NOT NULL,
	"added_by" uuid,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "advisories" ADD CONSTRAINT "advisories_lead_organisation_id_organisations_id_fk" FOREIGN KEY ("lead_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisory_numbers" ADD CONSTRAINT "advisory_numbers_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisory_versions" ADD CONSTRAINT "advisory_versions_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advisory_versions" ADD CONSTRAINT "advisory_versions_published_by_members_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_resolved_by_members_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_edits" ADD CONSTRAINT "draft_edits_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_edits" ADD CONSTRAINT "draft_edits_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_files" ADD CONSTRAINT "draft_files_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_files" ADD CONSTRAINT "draft_files_uploaded_by_members_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_opened_by_members_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_scheduled_by_members_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_attachments" ADD CONSTRAINT "version_attachments_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_red_flags" ADD CONSTRAINT "version_red_flags_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_red_flags" ADD CONSTRAINT "version_red_flags_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_sections" ADD CONSTRAINT "version_sections_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo_personas" ADD CONSTRAINT "demo_personas_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_roles" ADD CONSTRAINT "member_roles_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearance_exceptions" ADD CONSTRAINT "clearance_exceptions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "advisories_number" ON "advisories" USING btree (lower("number"));--> statement-breakpoint
CREATE INDEX "advisories_list" ON "advisories" USING btree ("status","sort_date" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "advisory_numbers_advisory" ON "advisory_numbers" USING btree ("advisory_id");--> statement-breakpoint
CREATE INDEX "advisory_versions_typologies" ON "advisory_versions" USING gin ("typologies");--> statement-breakpoint
CREATE INDEX "clearances_draft" ON "clearances" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "draft_comments_draft" ON "draft_comments" USING btree ("draft_id");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_edits_once" ON "draft_edits" USING btree ("draft_id","revision");--> statement-breakpoint
CREATE INDEX "draft_files_draft" ON "draft_files" USING btree ("draft_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_one_open" ON "drafts" USING btree ("advisory_id") WHERE published_at is null and discarded_at is null;--> statement-breakpoint
CREATE INDEX "drafts_scheduled" ON "drafts" USING btree ("scheduled_for") WHERE scheduled_for is not null and published_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "idempotency_keys_once" ON "idempotency_keys" USING btree ("member_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "number_series_once" ON "number_series" USING btree ("organisation_id","pattern","year");--> statement-breakpoint
CREATE UNIQUE INDEX "version_attachments_once" ON "version_attachments" USING btree ("version_id","attachment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "version_red_flags_once" ON "version_red_flags" USING btree ("version_id","indicator_id");--> statement-breakpoint
CREATE INDEX "version_red_flags_indicator" ON "version_red_flags" USING btree ("indicator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "version_sections_once" ON "version_sections" USING btree ("version_id","section_id");--> statement-breakpoint
CREATE INDEX "api_tokens_member" ON "api_tokens" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_roles_once" ON "member_roles" USING btree ("member_id","role","language");--> statement-breakpoint
CREATE INDEX "members_organisation" ON "members" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "sessions_member" ON "sessions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "clearance_exceptions_organisation" ON "clearance_exceptions" USING btree ("organisation_id");