import { mayReadBoards } from "~/domain/adoption/adoption.policy";
import { type BoardFilters, filterNames } from "~/domain/adoption/narrow-board";
import type { Member } from "~/domain/members/viewer";
import { notFound } from "./outcomes";
import { requireMember } from "./sessions.server";

/** A member of an institution; to everybody else there are no boards. */
export async function requireInstitution(request: Request): Promise<Member> {
  const member = await requireMember(request);
  if (!mayReadBoards(member)) throw notFound();
  return member;
}

/** What of an address, or of the part of one that a form remembers, narrows a board. */
export function filtersIn(search: URLSearchParams): BoardFilters {
  const [state = "", owner = "", due = "", mark = ""] = filterNames.map((name) =>
    (search.get(name) ?? "").slice(0, 60),
  );
  return { state, owner, due, mark };
}

/** The day on the reader's own calendar. */
export const dayIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    at,
  );
