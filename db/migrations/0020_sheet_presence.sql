CREATE TABLE "round_reminders" (
	"round_id" uuid NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "round_reminders_round_id_closes_at_days_pk" PRIMARY KEY("round_id","closes_at","days")
);
--> statement-breakpoint
CREATE TABLE "sheet_presence" (
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sheet_presence_round_id_member_id_pk" PRIMARY KEY("round_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "round_reminders" ADD CONSTRAINT "round_reminders_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_presence" ADD CONSTRAINT "sheet_presence_round_id_round_keys_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round_keys"("round_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_presence" ADD CONSTRAINT "sheet_presence_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_presence" ADD CONSTRAINT "sheet_presence_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;