CREATE TABLE "digest_habits" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"quiet_line" boolean NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "news" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"advisory_id" uuid NOT NULL,
	"version_id" uuid,
	"answer_id" uuid,
	"language" text,
	"authorities" uuid[] NOT NULL,
	"typologies" text[] NOT NULL,
	"corridors" text[] NOT NULL,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notice_scopes" (
	"member_id" uuid NOT NULL,
	"what" text NOT NULL,
	"value" text NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "digest_habits" ADD CONSTRAINT "digest_habits_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_answer_id_question_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."question_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_scopes" ADD CONSTRAINT "notice_scopes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "news_xid" ON "news" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "news_untold" ON "news" USING btree ("at") WHERE told_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_scopes_once" ON "notice_scopes" USING btree ("member_id","what","value");--> statement-breakpoint
CREATE INDEX "notices_held" ON "notices" USING btree ("member_id") WHERE state = 'held';