import { placePoints } from "~/domain/replies/place-points.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/replies";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.placePoints, async ({ db, by, at, params: { id: themeId }, body: { points, into } }) =>
    repliedDone(await placePoints(db, { themeId, pointIds: points, into, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
