import type { Ballot, Kind, Subject } from "~/domain/releases/release";

export const clarity: Subject = {
  redFlag: "FIN-2026-A001#RF-01",
  question: "clarity",
  categories: ["a", "b", "c"],
};
const key = "FIN-2026-A001#RF-01/clarity";

/** One institution that answered one question. */
export const aBallot = (answer: string, kind: Partial<Kind> = {}): Ballot => ({
  jurisdiction: "MX",
  sector: "bank",
  size: "small",
  ...kind,
  answers: { [key]: answer },
});

/** As many alike. */
export const ballots = (count: number, answer: string, kind: Partial<Kind> = {}) =>
  Array.from({ length: count }, () => aBallot(answer, kind));

export const answerOf = ({ answers }: Ballot) => answers[key] ?? "no-answer";
export const kindOf = ({ jurisdiction, sector, size }: Ballot): Kind => ({ jurisdiction, sector, size });
/** One that did not answer the earlier round. */
export const newcomer = (ballot: Ballot) => ({ before: null, after: kindOf(ballot) });
