CREATE TABLE "digest_batches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"local_date" date NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"first_tried_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"under_way" boolean DEFAULT false NOT NULL,
	"in_doubt" boolean DEFAULT false NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "digest_runs" (
	"local_date" date PRIMARY KEY NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"paused_by" uuid,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" uuid
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"weekly" boolean NOT NULL,
	"state" text NOT NULL,
	"batch_id" uuid,
	"upto" "pg_snapshot",
	"kept" text[] DEFAULT '{}' NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "mail_pace" (
	"id" integer PRIMARY KEY NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "local_mail" ADD COLUMN "headers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "digest_id" uuid;--> statement-breakpoint
ALTER TABLE "digest_batches" ADD CONSTRAINT "digest_batches_local_date_digest_runs_local_date_fk" FOREIGN KEY ("local_date") REFERENCES "public"."digest_runs"("local_date") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_runs" ADD CONSTRAINT "digest_runs_paused_by_members_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_runs" ADD CONSTRAINT "digest_runs_cancelled_by_members_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_local_date_digest_runs_local_date_fk" FOREIGN KEY ("local_date") REFERENCES "public"."digest_runs"("local_date") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_batch_id_digest_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."digest_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "digest_batches_open" ON "digest_batches" USING btree ("next_attempt_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "digest_batches_date" ON "digest_batches" USING btree ("local_date");--> statement-breakpoint
CREATE UNIQUE INDEX "digests_once" ON "digests" USING btree ("member_id","local_date");--> statement-breakpoint
CREATE INDEX "digests_due" ON "digests" USING btree ("local_date","id") WHERE state = 'due';--> statement-breakpoint
CREATE INDEX "digests_batch" ON "digests" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "digests_date" ON "digests" USING btree ("local_date");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_digest_id_digests_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_digest" ON "notices" USING btree ("digest_id") WHERE digest_id is not null;