CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"reason" jsonb NOT NULL,
	"concerns" text NOT NULL,
	"arrives_on" date NOT NULL,
	"arrived_on" date,
	"outcome" text,
	"taken_into" text,
	"declined" jsonb,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"secret_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roundtable_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roundtable_summaries" (
	"roundtable_id" uuid PRIMARY KEY NOT NULL,
	"words" "bytea" NOT NULL,
	"words_hash" text NOT NULL,
	"revision" integer NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"link" "bytea",
	"published_by" uuid,
	"published_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "roundtable_summary_approvals" (
	"roundtable_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"words_hash" text NOT NULL,
	"member_id" uuid NOT NULL,
	"approved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "roundtable_summary_approvals_roundtable_id_authority_id_words_hash_pk" PRIMARY KEY("roundtable_id","authority_id","words_hash")
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"issuers" uuid[] NOT NULL,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL,
	"period" text NOT NULL,
	"shows_from" date NOT NULL,
	"shown_on" date,
	"withdrawn_on" date,
	"withdrawal" jsonb,
	"secret_hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_settled_by_members_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_proposals" ADD CONSTRAINT "roundtable_proposals_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_proposals" ADD CONSTRAINT "roundtable_proposals_made_by_members_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_summaries" ADD CONSTRAINT "roundtable_summaries_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_summaries" ADD CONSTRAINT "roundtable_summaries_written_by_members_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_summaries" ADD CONSTRAINT "roundtable_summaries_published_by_members_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_summary_approvals" ADD CONSTRAINT "roundtable_summary_approvals_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_summary_approvals" ADD CONSTRAINT "roundtable_summary_approvals_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_summary_approvals" ADD CONSTRAINT "roundtable_summary_approvals_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposals_authority" ON "proposals" USING btree ("authority_id");--> statement-breakpoint
CREATE INDEX "roundtable_proposals_room" ON "roundtable_proposals" USING btree ("roundtable_id");