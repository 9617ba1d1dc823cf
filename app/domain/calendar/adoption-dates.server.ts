import { mayWorkOnBoards } from "~/domain/adoption/adoption.policy";
import { selectOwnItems } from "~/domain/adoption/own-work.server";
import type { Member } from "~/domain/members/viewer";
import type { Transaction } from "~db/client.server";
import type { Occasion } from "./occasion";

/** The days on which red flags of the viewer's own fall due: one for all of a board that share a day. */
export async function adoptionDates(tx: Transaction, viewer: Member): Promise<Occasion[]> {
  if (!mayWorkOnBoards(viewer)) return [];
  const days = new Map<string, Occasion>();
  for (const { boardId, dueOn, changedAt } of await selectOwnItems(tx, viewer.memberId)) {
    if (dueOn === null) continue;
    const uid = `adoption-due-${boardId}-${dueOn}`;
    const known = days.get(uid)?.changedAt;
    days.set(uid, {
      uid,
      kind: "adoption-due",
      when: { day: dueOn },
      changedAt: known && known > changedAt ? known : changedAt,
      about: { boardId },
    });
  }
  return [...days.values()];
}
