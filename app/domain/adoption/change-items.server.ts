import { randomUUID } from "node:crypto";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import type { ItemFields } from "./adoption";
import { mayWorkOnBoards } from "./adoption.policy";
import { isGivable } from "./is-givable.server";
import { lockItems } from "./lock-items.server";
import { type ItemWrite, writeItems } from "./write-items.server";

export const mostAtOnce = 500;

type Change = {
  number: string;
  publicIds: readonly string[];
  /** A note belongs to one red flag. */
  given: Partial<Omit<ItemFields, "note">>;
  /** The version of the advisory that they were held against. */
  reviewedVersion?: number | undefined;
  by: Viewer;
  at: Date;
};

/** The same for many red flags at once; one batch, which can be undone as one. */
export function changeItems(db: Db, { number, publicIds, given, reviewedVersion, by, at }: Change) {
  return allOrNothing(db, by, async (tx) => {
    if (!mayWorkOnBoards(by)) return refused("not_allowed");
    if (publicIds.length === 0) return refused("no_red_flag_chosen");
    if (publicIds.length > mostAtOnce) return refused("too_many_red_flags", { most: mostAtOnce });
    const isSaid = Object.values(given).some((one) => one !== undefined);
    if (!isSaid && reviewedVersion === undefined) return refused("no_change_chosen");
    const locked = await lockItems(tx, { number, publicIds, memberId: by.memberId, at });
    if (!locked.ok) return locked;
    const { board, items } = locked.value;
    if (given.ownerId !== undefined && !(await isGivable(tx, given.ownerId, by.organisationId))) {
      return refused("owner_unknown");
    }
    const current = board.currentVersion ?? 0;
    const looked = Math.min(reviewedVersion ?? (given.state === undefined ? 0 : current), current);
    const writes = items.flatMap((item): ItemWrite[] => {
      const before = item.values;
      const after = {
        ...before,
        state: given.state ?? before.state,
        ownerId: given.ownerId === undefined ? before.ownerId : given.ownerId,
        dueOn: given.dueOn === undefined ? before.dueOn : given.dueOn,
        reviewedVersion: Math.max(before.reviewedVersion, looked),
      };
      const isSame =
        after.state === before.state &&
        after.ownerId === before.ownerId &&
        after.dueOn === before.dueOn &&
        after.reviewedVersion === before.reviewedVersion;
      return isSame ? [] : [{ item, after }];
    });
    const batchId = randomUUID();
    await writeItems(tx, { board, writes, batchId, action: "red-flags.adopted", by, at });
    return done({ batchId, changed: writes.length, same: items.length - writes.length });
  });
}
