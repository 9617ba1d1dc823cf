import type { Member } from "~/domain/members/viewer";
import { mayManagePeople } from "~/domain/people/people.policy";
import { forbidden } from "./outcomes";
import { requireMember } from "./sessions.server";

/** Whoever manages the people of their organisation. */
export async function requireAdministrator(request: Request): Promise<Member> {
  const member = await requireMember(request);
  if (!mayManagePeople(member)) throw forbidden();
  return member;
}
