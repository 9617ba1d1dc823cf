-- Without its triggers: an earlier migration of the same start may have taken away what they write to. The rows of search are made anew.
ALTER TABLE "advisories" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "advisories" a SET "sort_date" = '' FROM "advisory_versions" v
  WHERE v."advisory_id" = a."id" AND v."n" = a."current_version" AND a."origin" = 'imported' AND v."envelope" ->> 'date' IS NULL;--> statement-breakpoint
ALTER TABLE "advisories" ENABLE TRIGGER USER;--> statement-breakpoint
DELETE FROM "search_format";
