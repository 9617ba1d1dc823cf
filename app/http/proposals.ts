import { done, type Outcome, refused } from "~/domain/outcome";
import { type ProposalWords, proposalSchema } from "~/domain/proposals/proposal.form";
import { pairIn } from "./minutes";
import type { TypedSession } from "./roundtables";

export function proposalIn(typed: TypedSession): Outcome<ProposalWords> {
  const read = proposalSchema.safeParse({
    kind: typed.kind,
    name: pairIn(typed, "name"),
    words: pairIn(typed, "words"),
    reason: pairIn(typed, "why"),
    concerns: typed.concerns ?? "",
  });
  return read.success ? done(read.data) : refused("too_long");
}
