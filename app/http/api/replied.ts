import { done, type Outcome } from "~/domain/outcome";

/** What an act answers, answered to a program as it is. */
export const replied = <Value>(outcome: Outcome<Value>) =>
  outcome.ok ? done({ body: outcome.value }) : outcome;

/** An act whose being done is all there is to say. */
export const repliedDone = (outcome: Outcome<unknown>) => (outcome.ok ? done({ body: undefined }) : outcome);
