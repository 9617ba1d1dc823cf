DROP INDEX "notices_due";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "lane" text DEFAULT 'together' NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
-- What was tried by its own key goes on by that; what was not goes as its kind does.
UPDATE "notices" SET "lane" = CASE
  WHEN attempts > 0 OR kind = 'confidential-date' THEN 'alone'
  WHEN kind IN ('member-invited', 'organisation-invited', 'founder-invited', 'sign-in-changed', 'device-seen', 'token-issued',
    'calendar-address-made', 'feed-address-made', 'roles-changed', 'member-left') THEN 'access'
  ELSE 'together' END
WHERE state IN ('queued', 'held');--> statement-breakpoint
-- Of those that failed the operator sees whether somebody waits for a way in.
UPDATE "notices" SET "lane" = 'access'
WHERE state IN ('failed', 'uncertain') AND kind IN ('member-invited', 'organisation-invited', 'founder-invited', 'sign-in-changed', 'device-seen',
  'token-issued', 'calendar-address-made', 'feed-address-made', 'roles-changed', 'member-left');--> statement-breakpoint
UPDATE "notices" SET "lane" = 'alone' WHERE state IN ('failed', 'uncertain') AND kind = 'confidential-date';--> statement-breakpoint
CREATE INDEX "notices_batch" ON "notices" USING btree ("batch_id") WHERE state = 'queued' and batch_id is not null;--> statement-breakpoint
CREATE INDEX "notices_due" ON "notices" USING btree ("lane","next_attempt_at") WHERE state = 'queued' and batch_id is null;
