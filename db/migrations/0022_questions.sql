CREATE TABLE "answer_drafts" (
	"question_id" uuid PRIMARY KEY NOT NULL,
	"taken_by" uuid,
	"addressee" text NOT NULL,
	"question" jsonb NOT NULL,
	"answer" jsonb NOT NULL,
	"correction" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"answer_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"current" boolean NOT NULL,
	"advisory_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"indicator_id" uuid,
	"addressee" text NOT NULL,
	"question" jsonb,
	"answer" jsonb NOT NULL,
	"correction" jsonb,
	"authority_id" uuid NOT NULL,
	"written_by" uuid NOT NULL,
	"released_by" uuid NOT NULL,
	"released_on" date NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_on" date,
	"withdrawal_reason" jsonb,
	"tlp" text NOT NULL,
	"audience" jsonb NOT NULL,
	"authorities" uuid[] NOT NULL,
	"readers" text[] GENERATED ALWAYS AS (readers_of(tlp, audience, authorities)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_askers" (
	"question_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"naming" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"advisory_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"indicator_id" uuid,
	"language" text NOT NULL,
	"body" text NOT NULL,
	"asked_on" date NOT NULL,
	"taken_on" date,
	"answered_on" date,
	"withdrawn_on" date,
	"answer_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "questions_answer_id_unique" UNIQUE("answer_id")
);
--> statement-breakpoint
ALTER TABLE "answer_drafts" ADD CONSTRAINT "answer_drafts_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_drafts" ADD CONSTRAINT "answer_drafts_taken_by_members_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_drafts" ADD CONSTRAINT "answer_drafts_changed_by_members_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_authority_id_organisations_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_written_by_members_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_released_by_members_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_answers" ADD CONSTRAINT "question_answers_withdrawn_by_members_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_askers" ADD CONSTRAINT "question_askers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_askers" ADD CONSTRAINT "question_askers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_askers" ADD CONSTRAINT "question_askers_asked_by_members_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_advisory_id_advisories_id_fk" FOREIGN KEY ("advisory_id") REFERENCES "public"."advisories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_version_id_advisory_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."advisory_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "question_answers_once" ON "question_answers" USING btree ("answer_id","n");--> statement-breakpoint
CREATE UNIQUE INDEX "question_answers_current" ON "question_answers" USING btree ("answer_id") WHERE current;--> statement-breakpoint
CREATE INDEX "question_answers_advisory" ON "question_answers" USING btree ("advisory_id") WHERE current;--> statement-breakpoint
CREATE INDEX "question_askers_organisation" ON "question_askers" USING btree ("organisation_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "questions_advisory" ON "questions" USING btree ("advisory_id");--> statement-breakpoint
CREATE INDEX "questions_waiting" ON "questions" USING btree ("asked_on") WHERE answered_on is null and withdrawn_on is null;