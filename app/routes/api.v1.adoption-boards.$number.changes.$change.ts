import { undoChange } from "~/domain/adoption/undo-change.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { undo } from "~/http/api/operations/adoption";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(undo, async ({ db, by, at, params: { number, change } }) =>
    replied(await undoChange(db, { number, batchId: change, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
