import type { Text } from "~/domain/advisories/advisory.form";

export const clearanceKinds = ["legal", "competition"] as const;
export type ClearanceKind = (typeof clearanceKinds)[number];

export const roundtableParts = ["chair", "clearer", "rapporteur"] as const;
export type RoundtablePart = (typeof roundtableParts)[number];

export const seatAnswers = ["coming", "not-coming"] as const;
export type SeatAnswer = (typeof seatAnswers)[number];

export const roundtableStates = [
  "proposed",
  "cleared",
  "convened",
  "open",
  "over",
  "sealed",
  "cancelled",
] as const;
export type RoundtableState = (typeof roundtableStates)[number];

/** Convened and not over, be it open or not. */
export const isOn = (state: RoundtableState) => state === "convened" || state === "open";

/** Days after the end for which a room's record is kept. */
export const shortestRetention = 30;
export const usualRetention = 365;
export const longestRetention = 1826;

export const mostSeats = 20;
export const longestHours = 12;

type Dated = {
  convenedAt: Date | null;
  cancelledAt: Date | null;
  endedAt: Date | null;
  closedAt: Date | null;
  endsAt: Date;
};

export function stateOf(
  { convenedAt, cancelledAt, endedAt, closedAt, endsAt }: Dated,
  { cleared, opened, at }: { cleared: boolean; opened: boolean; at: Date },
): RoundtableState {
  if (cancelledAt) return "cancelled";
  if (closedAt) return "sealed";
  if (endedAt || (convenedAt && endsAt <= at)) return "over";
  if (convenedAt) return opened ? "open" : "convened";
  return cleared ? "cleared" : "proposed";
}

const dayMs = 86_400_000;

/** When the key of a room is destroyed, unless it is held. */
export const purgeDate = ({ endsAt, retentionDays }: { endsAt: Date; retentionDays: number }) =>
  new Date(endsAt.getTime() + retentionDays * dayMs);

const otherBusiness =
  /^\W*(asuntos (generales|varios|diversos)|otros asuntos|varios|lo dem[aá]s|any other business|aob|other (business|matters)|miscellaneous)\W*$/i;

/** An agenda is what will be spoken of: an item that leaves that open is none (competition). */
export const isOtherBusiness = ({ es, en }: Text) =>
  [es, en].some((words) => otherBusiness.test(words.trim()));
