import { done, type Outcome, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import { leastReason, mostReason } from "./vetting";

/** An officer's reason as it is kept: said in a sentence, and not a book. */
export function writtenReason(typed: string): Outcome<string> {
  const reason = storable(typed.trim());
  // Signs that nobody sees say nothing.
  if (reason.replace(/[\p{C}\p{Z}\p{M}]/gu, "").length < leastReason / 2 || reason.length < leastReason)
    return refused("reason_too_short", { least: leastReason });
  if (reason.length > mostReason) return refused("too_long");
  return done(reason);
}
