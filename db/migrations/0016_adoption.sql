CREATE TABLE "adoption_acknowledgements" (
	"board_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adoption_acknowledgements_board_id_version_pk" PRIMARY KEY("board_id","version")
);
--> statement-breakpoint
CREATE TABLE "adoption_boards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"advisory_id" uuid NOT NULL,
	"number" text NOT NULL,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adoption_boards_once" UNIQUE("organisation_id","advisory_id"),
	CONSTRAINT "adoption_boards_owned" UNIQUE("id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "adoption_changes" (
	"board_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"batch_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	CONSTRAINT "adoption_changes_board_id_indicator_id_revision_pk" PRIMARY KEY("board_id","indicator_id","revision")
);
--> statement-breakpoint
CREATE TABLE "adoption_items" (
	"board_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"public_id" text NOT NULL,
	"state" text DEFAULT 'not-started' NOT NULL,
	"owner_id" uuid,
	"due_on" date,
	"note" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"reviewed_version" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"assigned_at" timestamp (3) with time zone,
	"told_assigned_at" timestamp (3) with time zone,
	"told_due_on" date,
	CONSTRAINT "adoption_items_board_id_indicator_id_pk" PRIMARY KEY("board_id","indicator_id")
);
--> statement-breakpoint
ALTER TABLE "adoption_acknowledgements" ADD CONSTRAINT "adoption_acknowledgements_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_acknowledgements" ADD CONSTRAINT "adoption_acknowledgements_board" FOREIGN KEY ("board_id","organisation_id") REFERENCES "public"."adoption_boards"("id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_boards" ADD CONSTRAINT "adoption_boards_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_boards" ADD CONSTRAINT "adoption_boards_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_boards" ADD CONSTRAINT "adoption_boards_begun_by_members_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_changes" ADD CONSTRAINT "adoption_changes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_changes" ADD CONSTRAINT "adoption_changes_board" FOREIGN KEY ("board_id","organisation_id") REFERENCES "public"."adoption_boards"("id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_items" ADD CONSTRAINT "adoption_items_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_items" ADD CONSTRAINT "adoption_items_owner_id_members_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_items" ADD CONSTRAINT "adoption_items_changed_by_members_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_items" ADD CONSTRAINT "adoption_items_board" FOREIGN KEY ("board_id","organisation_id") REFERENCES "public"."adoption_boards"("id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoption_changes_batch" ON "adoption_changes" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "adoption_items_owner" ON "adoption_items" USING btree ("owner_id") WHERE state = 'not-started' and owner_id is not null;