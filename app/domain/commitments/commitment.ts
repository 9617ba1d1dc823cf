export const commitmentStates = ["open", "met", "dropped"] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export const isOverdue = ({ state, due }: { state: CommitmentState; due: string }, today: string) =>
  state === "open" && due < today;
