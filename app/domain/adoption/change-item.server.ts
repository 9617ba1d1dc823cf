import { randomUUID } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import type { Db, Transaction } from "~db/client.server";
import { adoptionChanges } from "~db/schema";
import type { ItemFields } from "./adoption";
import { mayWorkOnBoards } from "./adoption.policy";
import { isGivable } from "./is-givable.server";
import { type LockedItem, lockItems } from "./lock-items.server";
import { mergeItem } from "./merge-item";
import { writeItems } from "./write-items.server";

type Change = {
  number: string;
  /** `FIN-2026-A001#RF-07`. */
  publicId: string;
  /** The item's revision that the writer read. */
  revision: number;
  /** The later revision that the writer was shown after a conflict: of what it holds they know. */
  seen?: number | undefined;
  given: Partial<ItemFields>;
  /** The version of the advisory that the writer has held it against; a change of the state says so too. */
  reviewedVersion?: number | undefined;
  by: Viewer;
  at: Date;
};

/**
 * What the institution does about one red flag. Whoever read an older revision changes only what they changed; where
 * both touched the same field nothing is written: the page shows the writer's words beside those that are there.
 */
export async function changeItem(
  db: Db,
  { number, publicId, revision, seen, given, reviewedVersion, by, at }: Change,
) {
  if (!mayWorkOnBoards(by)) return refused("not_allowed");
  const screened = await stopIdentifiers(db, { texts: [given.note ?? ""], at });
  if (!screened.ok) return screened;
  return allOrNothing(db, by, async (tx) => {
    const locked = await lockItems(tx, { number, publicIds: [publicId], memberId: by.memberId, at });
    if (!locked.ok) return locked;
    const { board, items } = locked.value;
    const [item] = items;
    if (!item) return refused("not_found");
    if (Math.max(revision, seen ?? 0) > item.revision) return refused("revision_unknown");
    const base = await valuesAt(tx, board.id, item, revision);
    const { merged, changed, conflicts } = mergeItem({
      base,
      current: item.values,
      seen: seen === undefined ? base : await valuesAt(tx, board.id, item, seen),
      given,
    });
    if (conflicts.length > 0) {
      return refused("item_changed_meanwhile", { fields: conflicts, revision: item.revision });
    }
    if (changed.includes("ownerId") && !(await isGivable(tx, merged.ownerId, by.organisationId))) {
      return refused("owner_unknown");
    }
    const looked = reviewedVersion ?? (changed.includes("state") ? (board.currentVersion ?? 0) : 0);
    const after = {
      ...merged,
      reviewedVersion: Math.max(item.values.reviewedVersion, Math.min(looked, board.currentVersion ?? 0)),
    };
    const isSame = changed.length === 0 && after.reviewedVersion === item.values.reviewedVersion;
    await writeItems(tx, {
      board,
      writes: isSame ? [] : [{ item, after }],
      batchId: randomUUID(),
      action: "red-flags.adopted",
      by,
      at,
    });
    return done({ publicId, changed, revision: isSame ? item.revision : item.revision + 1 });
  });
}

/** The item as it was at a revision: what the first change after it found. */
async function valuesAt(tx: Transaction, boardId: string, item: LockedItem, revision: number) {
  if (revision === item.revision) return item.values;
  const [next] = await tx
    .select({ before: adoptionChanges.before })
    .from(adoptionChanges)
    .where(
      and(
        eq(adoptionChanges.boardId, boardId),
        eq(adoptionChanges.indicatorId, item.indicatorId),
        gt(adoptionChanges.revision, revision),
      ),
    )
    .orderBy(asc(adoptionChanges.revision))
    .limit(1);
  return next?.before ?? item.values;
}
