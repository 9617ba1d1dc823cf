CREATE TABLE "roundtable_commitment_reminders" (
	"commitment_id" uuid NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "roundtable_commitment_reminders_commitment_id_days_pk" PRIMARY KEY("commitment_id","days")
);
--> statement-breakpoint
CREATE TABLE "roundtable_commitments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"due" date NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"settlement" "bytea"
);
--> statement-breakpoint
CREATE TABLE "roundtable_minute_approvals" (
	"roundtable_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"notes_hash" text NOT NULL,
	"member_id" uuid NOT NULL,
	"approved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "roundtable_minute_approvals_roundtable_id_authority_id_notes_hash_pk" PRIMARY KEY("roundtable_id","authority_id","notes_hash")
);
--> statement-breakpoint
CREATE TABLE "roundtable_minute_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"item" integer,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roundtable_minutes" (
	"roundtable_id" uuid PRIMARY KEY NOT NULL,
	"notes" "bytea" NOT NULL,
	"notes_hash" text NOT NULL,
	"revision" integer NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"comments_until" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "roundtable_commitment_reminders" ADD CONSTRAINT "roundtable_commitment_reminders_commitment_id_roundtable_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."roundtable_commitments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_commitment_reminders" ADD CONSTRAINT "roundtable_commitment_reminders_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_commitments" ADD CONSTRAINT "roundtable_commitments_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_commitments" ADD CONSTRAINT "roundtable_commitments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_commitments" ADD CONSTRAINT "roundtable_commitments_made_by_members_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_commitments" ADD CONSTRAINT "roundtable_commitments_settled_by_members_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_minute_approvals" ADD CONSTRAINT "roundtable_minute_approvals_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_minute_approvals" ADD CONSTRAINT "roundtable_minute_approvals_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_minute_approvals" ADD CONSTRAINT "roundtable_minute_approvals_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_minute_comments" ADD CONSTRAINT "roundtable_minute_comments_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_minute_comments" ADD CONSTRAINT "roundtable_minute_comments_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_minute_comments" ADD CONSTRAINT "roundtable_minute_comments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_minutes" ADD CONSTRAINT "roundtable_minutes_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_minutes" ADD CONSTRAINT "roundtable_minutes_written_by_members_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roundtable_commitments_room" ON "roundtable_commitments" USING btree ("roundtable_id");--> statement-breakpoint
CREATE INDEX "roundtable_minute_comments_room" ON "roundtable_minute_comments" USING btree ("roundtable_id");