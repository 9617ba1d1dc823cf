import type { Outcome } from "~/domain/outcome";

/** What an act of the demo answered; one that is refused is a mistake in the demo and stops its loading. */
export function accepted<Value>(outcome: Outcome<Value>, what: string): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demo's ${what} was refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
}
