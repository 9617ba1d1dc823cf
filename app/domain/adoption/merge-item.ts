import type { ItemFields } from "./adoption";

const itemFields = ["state", "ownerId", "dueOn", "note"] as const;

type Merging = {
  /** As the writer first read it, and as it is now. */
  base: ItemFields;
  current: ItemFields;
  /** What of the others' changes the writer has been shown since; `base` where none was. */
  seen: ItemFields;
  /** A field that is not sent is not touched. */
  given: Partial<ItemFields>;
};

/** Joins what two people changed at once, field by field; where both changed the same one unseen, it is a conflict. */
export function mergeItem({ base, current, seen, given }: Merging) {
  const mine = itemFields.filter((field) => given[field] !== undefined && given[field] !== base[field]);
  const conflicts = mine.filter(
    (field) =>
      current[field] !== base[field] && current[field] !== seen[field] && current[field] !== given[field],
  );
  const merged: ItemFields = { ...current };
  for (const field of mine) Object.assign(merged, { [field]: given[field] });
  const changed = itemFields.filter((field) => merged[field] !== current[field]);
  return { merged, changed, conflicts };
}
