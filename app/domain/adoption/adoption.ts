import type { RedFlag } from "~/domain/advisories/advisory.form";

/** What an institution can say of a red flag; all but the first are an answer. */
export const adoptionStates = [
  "not-started",
  "already-covered",
  "new-rule",
  "tuned",
  "training-only",
  "not-applicable",
  "declined",
] as const;
export type AdoptionState = (typeof adoptionStates)[number];

/** What people decide of a red flag, field by field. */
export type ItemFields = {
  state: AdoptionState;
  /** A member of the institution. */
  ownerId: string | null;
  /** `2026-12-15`. */
  dueOn: string | null;
  note: string;
};
/** The fields with the version of the advisory that they were last held against. */
export type ItemValues = ItemFields & { reviewedVersion: number };

export const isDecided = (state: AdoptionState) => state !== "not-started";

/** `new`: not in the version that was acknowledged; `changed`: says something else than when it was last looked at. */
export const itemMarks = ["new", "changed"] as const;
export type ItemMark = (typeof itemMarks)[number];

type Counted = { state: AdoptionState; ownerId: string | null; dueOn: string | null; mark: ItemMark | null };

export type Progress = {
  total: number;
  decided: number;
  byState: Record<AdoptionState, number>;
  /** Not started, and in somebody's hands. */
  inHand: number;
  overdue: number;
  fresh: number;
  changed: number;
};

/** How far a board is; withdrawn red flags are not among `items`. */
export function progressOf(items: readonly Counted[], today: string): Progress {
  const count = (is: (item: Counted) => boolean) => items.filter(is).length;
  const byState = Object.fromEntries(
    adoptionStates.map((state) => [state, count((item) => item.state === state)]),
    // Made from every state just above.
  ) as Record<AdoptionState, number>;
  return {
    total: items.length,
    decided: count(({ state }) => isDecided(state)),
    byState,
    inHand: count(({ state, ownerId }) => !isDecided(state) && ownerId !== null),
    overdue: count((item) => isOverdue(item, today)),
    fresh: count(({ mark }) => mark === "new"),
    changed: count(({ mark }) => mark === "changed"),
  };
}

type Dated = { state: AdoptionState; dueOn: string | null };
/** `today` is the reader's own day. */
export const isOverdue = ({ state, dueOn }: Dated, today: string) =>
  !isDecided(state) && dueOn !== null && dueOn < today;

/** Withdrawn, merged into another or no longer open to the reader: kept, and nobody's work any more. */
export const isClosed = ({ flagState }: { flagState: RedFlag["state"] | null }) =>
  flagState !== "active" && flagState !== "amended";
