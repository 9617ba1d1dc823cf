CREATE TABLE "room_ballot_boxes" (
	"poll_id" uuid PRIMARY KEY NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"counts" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_contributions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"item" integer NOT NULL,
	"parent_id" uuid,
	"mode" text NOT NULL,
	"member_id" uuid,
	"organisation_id" uuid,
	"sector" text,
	"words" "bytea" NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"hidden_by" uuid,
	"hidden_at" timestamp (3) with time zone,
	"hiding" "bytea",
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	"settlement" text
);
--> statement-breakpoint
CREATE TABLE "room_files" (
	"contribution_id" uuid PRIMARY KEY NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_floors" (
	"roundtable_id" uuid PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"item" integer,
	"opened_by" uuid,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "room_hands" (
	"roundtable_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"called_at" timestamp (3) with time zone,
	CONSTRAINT "room_hands_roundtable_id_member_id_pk" PRIMARY KEY("roundtable_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "room_items" (
	"roundtable_id" uuid NOT NULL,
	"item" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "room_items_roundtable_id_item_pk" PRIMARY KEY("roundtable_id","item")
);
--> statement-breakpoint
CREATE TABLE "room_polls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"item" integer NOT NULL,
	"kind" text NOT NULL,
	"words" "bytea" NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "room_presence" (
	"roundtable_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_presence_roundtable_id_member_id_pk" PRIMARY KEY("roundtable_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "room_stops" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"item" integer NOT NULL,
	"reason" "bytea" NOT NULL,
	"stopped_by" uuid NOT NULL,
	"stopped_at" timestamp (3) with time zone NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "room_translations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"contribution_id" uuid NOT NULL,
	"language" text NOT NULL,
	"member_id" uuid NOT NULL,
	"words" "bytea" NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_voters" (
	"poll_id" uuid NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "room_voters_poll_id_member_id_pk" PRIMARY KEY("poll_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "room_votes" (
	"contribution_id" uuid NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "room_votes_contribution_id_member_id_pk" PRIMARY KEY("contribution_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "roundtable_acceptances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"roundtable_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"hash" text NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roundtable_terms" (
	"roundtable_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"words" "bytea" NOT NULL,
	"hash_es" text NOT NULL,
	"hash_en" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "roundtable_terms_roundtable_id_version_pk" PRIMARY KEY("roundtable_id","version")
);
--> statement-breakpoint
ALTER TABLE "room_ballot_boxes" ADD CONSTRAINT "room_ballot_boxes_poll_id_room_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."room_polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_ballot_boxes" ADD CONSTRAINT "room_ballot_boxes_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_contributions" ADD CONSTRAINT "room_contributions_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_contributions" ADD CONSTRAINT "room_contributions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_contributions" ADD CONSTRAINT "room_contributions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_contributions" ADD CONSTRAINT "room_contributions_hidden_by_members_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_contributions" ADD CONSTRAINT "room_contributions_settled_by_members_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_contributions" ADD CONSTRAINT "room_contributions_parent_id_room_contributions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."room_contributions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_files" ADD CONSTRAINT "room_files_contribution_id_room_contributions_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."room_contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_files" ADD CONSTRAINT "room_files_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_floors" ADD CONSTRAINT "room_floors_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_floors" ADD CONSTRAINT "room_floors_opened_by_members_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_hands" ADD CONSTRAINT "room_hands_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_hands" ADD CONSTRAINT "room_hands_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_hands" ADD CONSTRAINT "room_hands_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_items" ADD CONSTRAINT "room_items_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_items" ADD CONSTRAINT "room_items_closed_by_members_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_polls" ADD CONSTRAINT "room_polls_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_polls" ADD CONSTRAINT "room_polls_opened_by_members_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_polls" ADD CONSTRAINT "room_polls_closed_by_members_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_stops" ADD CONSTRAINT "room_stops_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_stops" ADD CONSTRAINT "room_stops_stopped_by_members_id_fk" FOREIGN KEY ("stopped_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_stops" ADD CONSTRAINT "room_stops_lifted_by_members_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_translations" ADD CONSTRAINT "room_translations_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_translations" ADD CONSTRAINT "room_translations_contribution_id_room_contributions_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."room_contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_translations" ADD CONSTRAINT "room_translations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_voters" ADD CONSTRAINT "room_voters_poll_id_room_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."room_polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_voters" ADD CONSTRAINT "room_voters_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_voters" ADD CONSTRAINT "room_voters_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_votes" ADD CONSTRAINT "room_votes_contribution_id_room_contributions_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."room_contributions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_votes" ADD CONSTRAINT "room_votes_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_votes" ADD CONSTRAINT "room_votes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_acceptances" ADD CONSTRAINT "roundtable_acceptances_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_acceptances" ADD CONSTRAINT "roundtable_acceptances_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_acceptances" ADD CONSTRAINT "roundtable_acceptances_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_terms" ADD CONSTRAINT "roundtable_terms_roundtable_id_roundtables_id_fk" FOREIGN KEY ("roundtable_id") REFERENCES "public"."roundtables"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roundtable_terms" ADD CONSTRAINT "roundtable_terms_written_by_members_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_contributions_room" ON "room_contributions" USING btree ("roundtable_id","changed");--> statement-breakpoint
CREATE INDEX "room_polls_room" ON "room_polls" USING btree ("roundtable_id");--> statement-breakpoint
CREATE UNIQUE INDEX "room_stops_once" ON "room_stops" USING btree ("roundtable_id","item") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "room_translations_once" ON "room_translations" USING btree ("contribution_id","language");--> statement-breakpoint
CREATE UNIQUE INDEX "roundtable_acceptances_once" ON "roundtable_acceptances" USING btree ("roundtable_id","member_id","version");