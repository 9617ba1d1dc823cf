import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ApplicationFacts } from "~/domain/vetting/application.form";
import type { VettingState } from "~/domain/vetting/vetting";
import { id, instant } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";

const organisationId = () =>
  uuid("organisation_id")
    .notNull()
    .references(() => organisations.id);
const person = (name: string) => uuid(name).references(() => members.id);

/** What an organisation says of itself when it asks to be vetted; officers decide on exactly this row. */
export const applications = pgTable(
  "applications",
  {
    id: id(),
    organisationId: organisationId(),
    facts: jsonb("facts").$type<ApplicationFacts>().notNull(),
    submittedBy: person("submitted_by").notNull(),
    submittedAt: instant("submitted_at").notNull(),
    /** Where the organisation stood; a refusal puts it back there. */
    stateBefore: text("state_before").$type<VettingState>().notNull(),
    closedAt: instant("closed_at"),
    /** `replaced`: the applicant corrected it, and what was decided on it no longer counts. */
    outcome: text("outcome").$type<"approved" | "refused" | "replaced" | "dropped">(),
  },
  (t) => [
    index("applications_organisation").on(t.organisationId),
    uniqueIndex("applications_one_open").on(t.organisationId).where(sql`closed_at IS NULL`),
  ],
);

/** One officer's word on one application. Two approvals of one authority vet; one refusal closes. */
export const vettingDecisions = pgTable(
  "vetting_decisions",
  {
    id: id(),
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organisations.id),
    memberId: person("member_id").notNull(),
    kind: text("kind").$type<"approval" | "refusal">().notNull(),
    reason: text("reason").notNull(),
    /** The language in which the reason was written. */
    language: text("language").$type<"es" | "en">().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("vetting_decisions_once").on(t.applicationId, t.memberId)],
);

/** A suspension, a revocation or a reinstatement: proposed by one officer, in force by a second one's word. */
export const vettingMeasures = pgTable(
  "vetting_measures",
  {
    id: id(),
    organisationId: organisationId(),
    kind: text("kind").$type<"suspension" | "revocation" | "reinstatement">().notNull(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organisations.id),
    proposedBy: person("proposed_by").notNull(),
    reason: text("reason").notNull(),
    language: text("language").$type<"es" | "en">().notNull(),
    proposedAt: instant("proposed_at").notNull(),
    /** An emergency is in force at once and ends at this instant unless a second officer confirms it; else null. */
    emergencyUntil: instant("emergency_until"),
    stateBefore: text("state_before").$type<VettingState>().notNull(),
    confirmedBy: person("confirmed_by"),
    confirmedReason: text("confirmed_reason"),
    confirmedLanguage: text("confirmed_language").$type<"es" | "en">(),
    confirmedAt: instant("confirmed_at"),
    /** Withdrawn by an officer, or (nobody named) lapsed unconfirmed. */
    endedBy: person("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("vetting_measures_organisation").on(t.organisationId),
    uniqueIndex("vetting_measures_one_open")
      .on(t.organisationId)
      .where(sql`confirmed_at IS NULL AND ended_at IS NULL`),
  ],
);

/** For how long an authority vets; the newest row holds, and without one it is a year. */
export const vettingPeriods = pgTable(
  "vetting_periods",
  {
    id: id(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organisations.id),
    months: integer("months").notNull(),
    setBy: person("set_by").notNull(),
    setAt: instant("set_at").notNull(),
  },
  (t) => [index("vetting_periods_authority").on(t.authorityId, t.setAt)],
);

/** Which reminder of which ending was given: each once, however many processes remind. */
export const vettingReminders = pgTable(
  "vetting_reminders",
  {
    organisationId: organisationId(),
    until: date("until").notNull(),
    days: integer("days").notNull(),
    remindedAt: instant("reminded_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.until, t.days] })],
);
