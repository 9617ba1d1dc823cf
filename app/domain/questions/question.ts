import type { Text } from "~/domain/advisories/advisory.form";
import { dayOf, daysBetween } from "~/domain/vetting/vetting";

export const questionStates = ["asked", "taken", "answered", "withdrawn"] as const;
export type QuestionState = (typeof questionStates)[number];

export const addressees = ["everyone", "asker"] as const;

/** Whether the authority is told which institution asks; never which person. */
export const namings = ["unnamed", "named"] as const;

/** As many as an institution asks in twenty-four hours. */
export const mostInADay = 20;
export const longestQuestion = 2_000;
export const longestAnswer = 6_000;

type Dated = { takenOn: string | null; answeredOn: string | null; withdrawnOn: string | null };

export function stateOf({ takenOn, answeredOn, withdrawnOn }: Dated): QuestionState {
  if (withdrawnOn) return "withdrawn";
  if (answeredOn) return "answered";
  return takenOn ? "taken" : "asked";
}

/** Days that it has waited, or did until it was answered or withdrawn. */
export const ageOf = (
  { askedOn, answeredOn, withdrawnOn }: Omit<Dated, "takenOn"> & { askedOn: string },
  at: Date,
) => Math.max(0, daysBetween(askedOn, answeredOn ?? withdrawnOn ?? dayOf(at)));

export const isWritten = ({ es, en }: Text) => es.trim() !== "" && en.trim() !== "";

/** Small letters without accents, with one space between words: whether two texts say the same in the same words. */
export const sameWords = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
