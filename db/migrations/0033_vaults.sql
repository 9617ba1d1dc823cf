CREATE TABLE "file_removals" (
	"stored_as" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "master_keys" (
	"generation" integer PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"holds_from" timestamp (3) with time zone NOT NULL,
	"spent_at" timestamp (3) with time zone,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "master_keys_fingerprint_unique" UNIQUE("fingerprint")
);
--> statement-breakpoint
CREATE TABLE "roundtable_disclosures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"what" text NOT NULL,
	"about" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roundtable_hold_words" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"hold" uuid NOT NULL,
	"step" text NOT NULL,
	"member_id" uuid NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"reason" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roundtable_seals" (
	"roundtable_id" uuid PRIMARY KEY NOT NULL,
	"manifest" jsonb NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "roundtable_events" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "roundtable_keys" ADD COLUMN "generation" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "roundtables" ADD COLUMN "retention_days" integer DEFAULT 365 NOT NULL;--> statement-breakpoint
ALTER TABLE "roundtables" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "roundtables" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "roundtables" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "roundtables" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "roundtables" ADD COLUMN "purged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "roundtable_disclosures" ADD CONSTRAINT "roundtable_disclosures_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_disclosures" ADD CONSTRAINT "roundtable_disclosures_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_disclosures" ADD CONSTRAINT "roundtable_disclosures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_hold_words" ADD CONSTRAINT "roundtable_hold_words_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_hold_words" ADD CONSTRAINT "roundtable_hold_words_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_seals" ADD CONSTRAINT "roundtable_seals_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "roundtable_disclosures_room" ON "roundtable_disclosures" USING btree ("roundtable_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "roundtable_hold_words_once" ON "roundtable_hold_words" USING btree ("hold","step","member_id");--> statement-breakpoint
CREATE INDEX "roundtable_hold_words_room" ON "roundtable_hold_words" USING btree ("roundtable_id");--> statement-breakpoint
ALTER TABLE "roundtables" ADD CONSTRAINT "roundtables_ended_by_members_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtables" ADD CONSTRAINT "roundtables_closed_by_members_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;