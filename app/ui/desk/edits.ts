import type { DraftKeeper } from "./draft-keeper";

type Keyed = { id: string; [field: string]: unknown } | { code: string; [field: string]: unknown };

/** Edits of lists, in the words of the page. */
export const addTo = (keeper: DraftKeeper, list: string, item: Keyed, after: string | null) =>
  keeper.change({ kind: "add", list, item, after });

export const removeFrom = (keeper: DraftKeeper, path: string) => keeper.change({ kind: "remove", path });

/** Puts the item right after another of its list, or first. */
export const moveAfter = (keeper: DraftKeeper, path: string, after: string | null) =>
  keeper.change({ kind: "move", path, after });

export const keyOf = (item: { id: string } | { code: string }) => ("id" in item ? item.id : item.code);

/** After which item the one at `at` comes when it goes one place up or down; null: first. Undefined: it is at the end already. */
export function afterStep(
  items: ({ id: string } | { code: string })[],
  at: number,
  by: -1 | 1,
): string | null | undefined {
  const target = at + by;
  if (target < 0 || target >= items.length) return undefined;
  const before = by === 1 ? items[target] : items[target - 1];
  return before ? keyOf(before) : null;
}
