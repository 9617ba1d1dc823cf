import type { ItemFields } from "./adoption";

export const itemFields = ["state", "ownerId", "dueOn", "note"] as const;
export type ItemField = (typeof itemFields)[number];

type Merging = {
  /** As the writer read it, as it is now, and what the writer sends; a field that is not sent is not touched. */
  base: ItemFields;
  current: ItemFields;
  given: Partial<ItemFields>;
};

/** Joins what two people changed at once, field by field; where both changed the same one, neither is lost: it is a conflict. */
export function mergeItem({ base, current, given }: Merging) {
  const mine = itemFields.filter((field) => given[field] !== undefined && given[field] !== base[field]);
  const conflicts = mine.filter((field) => current[field] !== base[field] && current[field] !== given[field]);
  const merged: ItemFields = { ...current };
  for (const field of mine) Object.assign(merged, { [field]: given[field] });
  const changed = itemFields.filter((field) => merged[field] !== current[field]);
  return { merged, changed, conflicts };
}
