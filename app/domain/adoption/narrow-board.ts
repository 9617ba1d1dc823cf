import { adoptionStates, isDecided, isOverdue, itemMarks } from "./adoption";
import type { BoardRow } from "./board-rows.server";

export const dueFilters = ["overdue", "week", "none"] as const;
export const stateFilters = [...adoptionStates, "decided"] as const;

/** What the reader looks for on a board; empty: everything. An owner is an id, `me` or `none`. */
export type BoardFilters = { state: string; owner: string; due: string; mark: string };
export const filterNames = ["state", "owner", "due", "mark"] as const;

type Reader = { memberId: string; today: string };
type Narrowed = Pick<BoardRow, "state" | "ownerId" | "ownerLeft" | "dueOn" | "mark">;

const known = (list: readonly string[], value: string) => (list.includes(value) ? value : "");

/** The rows that answer every filter; one that is none of ours narrows nothing. */
export function narrowBoard<Row extends Narrowed>(
  rows: readonly Row[],
  { state, owner, due, mark }: BoardFilters,
  { memberId, today }: Reader,
): Row[] {
  const wanted = {
    state: known(stateFilters, state),
    due: known(dueFilters, due),
    mark: known(itemMarks, mark),
  };
  const week = dayAfter(today, 7);
  return rows.filter((row) => {
    const ownerId = row.ownerLeft ? null : row.ownerId;
    const isOpen = !isDecided(row.state);
    const byState = wanted.state === "decided" ? !isOpen : row.state === wanted.state;
    const byOwner = owner === "none" ? ownerId === null : ownerId === (owner === "me" ? memberId : owner);
    const byDue = {
      overdue: isOverdue(row, today),
      week: isOpen && row.dueOn !== null && row.dueOn >= today && row.dueOn <= week,
      none: isOpen && row.dueOn === null,
      "": true,
    }[wanted.due as (typeof dueFilters)[number] | ""];
    return (
      (wanted.state === "" || byState) &&
      (owner === "" || byOwner) &&
      byDue &&
      (wanted.mark === "" || row.mark === wanted.mark)
    );
  });
}

/** A day of the calendar, so many days on. */
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
