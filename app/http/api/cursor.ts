import { createHash } from "node:crypto";
import { done, type Outcome, refused } from "~/domain/outcome";

/** A cursor goes with the list that gave it: the same address, narrowed the same way. */
const sealOf = (list: unknown) =>
  createHash("sha256").update(JSON.stringify(list)).digest("base64url").slice(0, 10);

export const cursorFor = (list: unknown, position: number) =>
  Buffer.from(`${sealOf(list)} ${position}`).toString("base64url");

/** Where to go on from; 0 without a cursor. */
export function positionIn(list: unknown, cursor: string | undefined): Outcome<number> {
  if (cursor === undefined) return done(0);
  const [seal, position = ""] = Buffer.from(cursor, "base64url").toString("utf8").split(" ");
  return seal === sealOf(list) && /^\d{1,9}$/.test(position)
    ? done(Number(position))
    : refused("cursor_unknown");
}

const most = 100;

/** A stretch of a list that is read whole. */
export function stretchOf<Item>(items: Item[], list: unknown, cursor: string | undefined) {
  const from = positionIn(list, cursor);
  if (!from.ok) return from;
  const end = from.value + most;
  return done({
    body: {
      items: items.slice(from.value, end),
      next: end < items.length ? cursorFor(list, end) : null,
    },
  });
}
