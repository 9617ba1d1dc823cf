CREATE TABLE "roundtable_authorities" (
	"roundtable_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	CONSTRAINT "roundtable_authorities_roundtable_id_authority_id_pk" PRIMARY KEY("roundtable_id","authority_id")
);
--> statement-breakpoint
CREATE TABLE "roundtable_clearances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid NOT NULL,
	"agenda_hash" text NOT NULL,
	"cleared_at" timestamp (3) with time zone NOT NULL,
	"note" "bytea"
);
--> statement-breakpoint
CREATE TABLE "roundtable_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"member_id" uuid,
	"action" text NOT NULL,
	"about" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"salt" "bytea" NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roundtable_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"seats" integer NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "roundtable_keys" (
	"roundtable_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roundtable_parts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"part" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "roundtable_reminders" (
	"roundtable_id" uuid NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "roundtable_reminders_roundtable_id_starts_at_days_pk" PRIMARY KEY("roundtable_id","starts_at","days")
);
--> statement-breakpoint
CREATE TABLE "roundtable_seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "roundtables" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lead_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"agenda" "bytea" NOT NULL,
	"agenda_hash" text NOT NULL,
	"revision" integer NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"place" "bytea" NOT NULL,
	"sequence" integer NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"convened_by" uuid,
	"convened_at" timestamp (3) with time zone,
	"cancelled_by" uuid,
	"cancelled_at" timestamp (3) with time zone,
	"cancellation" "bytea"
);
--> statement-breakpoint
ALTER TABLE "roundtable_authorities" ADD CONSTRAINT "roundtable_authorities_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_authorities" ADD CONSTRAINT "roundtable_authorities_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_clearances" ADD CONSTRAINT "roundtable_clearances_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_clearances" ADD CONSTRAINT "roundtable_clearances_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_clearances" ADD CONSTRAINT "roundtable_clearances_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_events" ADD CONSTRAINT "roundtable_events_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_events" ADD CONSTRAINT "roundtable_events_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_invitations" ADD CONSTRAINT "roundtable_invitations_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_invitations" ADD CONSTRAINT "roundtable_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_invitations" ADD CONSTRAINT "roundtable_invitations_invited_by_members_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_invitations" ADD CONSTRAINT "roundtable_invitations_withdrawn_by_members_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_keys" ADD CONSTRAINT "roundtable_keys_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_parts" ADD CONSTRAINT "roundtable_parts_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_parts" ADD CONSTRAINT "roundtable_parts_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_parts" ADD CONSTRAINT "roundtable_parts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_parts" ADD CONSTRAINT "roundtable_parts_given_by_members_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_parts" ADD CONSTRAINT "roundtable_parts_ended_by_members_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_reminders" ADD CONSTRAINT "roundtable_reminders_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_seats" ADD CONSTRAINT "roundtable_seats_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_seats" ADD CONSTRAINT "roundtable_seats_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_seats" ADD CONSTRAINT "roundtable_seats_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_seats" ADD CONSTRAINT "roundtable_seats_named_by_members_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_seats" ADD CONSTRAINT "roundtable_seats_withdrawn_by_members_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtables" ADD CONSTRAINT "roundtables_lead_id_organisations_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtables" ADD CONSTRAINT "roundtables_proposed_by_members_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtables" ADD CONSTRAINT "roundtables_written_by_members_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtables" ADD CONSTRAINT "roundtables_convened_by_members_id_fk" FOREIGN KEY ("convened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtables" ADD CONSTRAINT "roundtables_cancelled_by_members_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "roundtable_clearances_once" ON "roundtable_clearances" USING btree ("roundtable_id","authority_id","kind","agenda_hash");--> statement-breakpoint
CREATE INDEX "roundtable_events_room" ON "roundtable_events" USING btree ("roundtable_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roundtable_invitations_once" ON "roundtable_invitations" USING btree ("roundtable_id","organisation_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "roundtable_invitations_organisation" ON "roundtable_invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roundtable_parts_once" ON "roundtable_parts" USING btree ("roundtable_id","member_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "roundtable_parts_member" ON "roundtable_parts" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roundtable_seats_once" ON "roundtable_seats" USING btree ("roundtable_id","member_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "roundtable_seats_member" ON "roundtable_seats" USING btree ("member_id");