ALTER TABLE "advisories" ADD COLUMN "superseded_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "advisories_ended" ON "advisories" USING btree (coalesce("withdrawn_at", "superseded_at") desc) WHERE coalesce("advisories"."withdrawn_at", "advisories"."superseded_at") is not null;--> statement-breakpoint
CREATE INDEX "advisory_versions_newest" ON "advisory_versions" USING btree ("published_at");
--> statement-breakpoint
-- Without its triggers: an earlier migration of the same start may have taken away what they write to.
ALTER TABLE "advisories" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "advisories" a SET "superseded_at" = coalesce(
  (SELECT max(n."at") FROM "news" n WHERE n."advisory_id" = a."id" AND n."kind" = 'advisory-withdrawn'), a."last_published_at") WHERE a."status" = 'superseded';--> statement-breakpoint
ALTER TABLE "advisories" ENABLE TRIGGER USER;
