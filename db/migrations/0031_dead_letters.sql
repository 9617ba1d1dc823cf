DROP INDEX "digests_date";--> statement-breakpoint
ALTER TABLE "digest_batches" ADD COLUMN "aside_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "digest_batches" ADD COLUMN "aside_by" uuid;--> statement-breakpoint
ALTER TABLE "digest_batches" ADD COLUMN "aside_reason" text;--> statement-breakpoint
ALTER TABLE "digests" ADD COLUMN "again_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "tried_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "doubt_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "aside_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "aside_by" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "aside_reason" text;--> statement-breakpoint
ALTER TABLE "digest_batches" ADD CONSTRAINT "digest_batches_aside_by_members_id_fk" FOREIGN KEY ("aside_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_aside_by_members_id_fk" FOREIGN KEY ("aside_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "digests_dead" ON "digests" USING btree ("batch_id") WHERE state in ('failed', 'uncertain');--> statement-breakpoint
CREATE INDEX "notices_dead" ON "notices" USING btree ("queued_at") WHERE state in ('failed', 'uncertain');--> statement-breakpoint
CREATE INDEX "digests_date" ON "digests" USING btree ("local_date","state");