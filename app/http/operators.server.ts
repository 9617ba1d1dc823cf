import { mayLookAfterMachine } from "~/domain/machine/machine.policy";
import type { Member } from "~/domain/members/viewer";
import { forbidden } from "./outcomes";
import { requireMember } from "./sessions.server";

/** Whoever looks after the machine. */
export async function requireOperator(request: Request): Promise<Member> {
  const member = await requireMember(request);
  if (!mayLookAfterMachine(member)) throw forbidden();
  return member;
}
