import type { OrganisationKind } from "~/domain/members/viewer";

export const vettingStates = ["invited", "applied", "vetted", "expired", "suspended", "revoked"] as const;
export type VettingState = (typeof vettingStates)[number];

export const measureKinds = ["suspension", "revocation", "reinstatement"] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** What officers decide about, as far as the rules need it. */
export type Subject = {
  id: string;
  kind: OrganisationKind;
  jurisdiction: string;
  vetting: VettingState;
  /** Last good day, `2026-11-22`. */
  vettedUntil: string | null;
  /** An authority beside which no other of its jurisdiction stands. */
  lone: boolean;
};

export const approvalsNeeded = 2;
export const emergencyHours = 24;
/** By one officer in 24 hours, without a second word; the wall in db/policies/vetting.sql says the same number. */
export const mostEmergencies = 5;
export const leastReason = 20;
export const mostReason = 2000;
/** Whether a refusal is about the reason that was written. */
export const isOfReason = (refused: string) => /^(reason_too_short|too_long)$/.test(refused);

export const defaultMonths = 12;
export const leastMonths = 1;
export const mostMonths = 36;

/** Days before the end at which the organisation is reminded, once each. */
export const reminderDays = [60, 30, 7] as const;
/** A renewal may be asked for this many days before the end. */
export const renewalDays = 90;

/**
 * Who still waits for a first word, who may renew, and who may not ask. An authority that was founded has no last day (decision
 * 163) and asks for one as soon as another of its country could give it.
 */
export const canApply = ({ kind, vetting, vettedUntil, lone }: Subject, today: string) =>
  vetting === "invited" ||
  vetting === "applied" ||
  vetting === "expired" ||
  (vetting === "vetted" &&
    (vettedUntil === null ? kind === "authority" && !lone : daysBetween(today, vettedUntil) <= renewalDays));

const targets: Record<MeasureKind, readonly VettingState[]> = {
  suspension: ["applied", "vetted", "expired"],
  revocation: ["invited", "applied", "vetted", "expired", "suspended"],
  reinstatement: ["suspended", "revoked"],
};

/** Which measures the state of an organisation leaves open. */
export const measuresOpenTo = ({ vetting }: Pick<Subject, "vetting">) =>
  measureKinds.filter((kind) => targets[kind].includes(vetting));

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  );

export const dayOf = (at: Date) => at.toISOString().slice(0, 10);
