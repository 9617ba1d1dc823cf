import { findRoom } from "~/domain/floor/room.server";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rooms";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.findRoom, async ({ db, by, at, params: { id }, query: { after } }) => {
    const room = await findRoom(db, by, { id, after, keys: await secretKeys(), at });
    if (!room) return refused("not_found");
    const { revision, contributions, floor } = room;
    return done({ body: { revision, contributions, floor } });
  }),
);

export const loader = resource;
export const action = resource;
