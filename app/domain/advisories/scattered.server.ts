import { randomInt } from "node:crypto";

/**
 * Each item with a place drawn at random that keeps the order: from the places of those that a reader sees,
 * nobody can tell how many stand between them.
 */
export function scattered<Item, Placed>(
  items: Item[],
  placed: (item: Item, place: number) => Placed,
): Placed[] {
  const places = new Set<number>();
  while (places.size < items.length) places.add(randomInt(1_000_000_000));
  const inOrder = [...places].sort((a, b) => a - b);
  return items.map((item, i) => placed(item, inOrder[i] ?? 0));
}
