import { beforeAll, expect, test } from "vitest";
import { openRoom } from "~/domain/floor/open-room.server";
import { paths } from "~/paths";
import { value } from "../support/desk";
import { aPaper } from "../support/room-files";
import { aRoomEntered, during } from "../support/rooms";
import { keys } from "../support/rounds";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

const world = aWorld();
const site = aSiteOf(world);
let room: Awaited<ReturnType<typeof aRoomEntered>>;
let id: string;
const cookies = new Map<string, string>();
const cookieOf = async (by: { memberId: string }) => {
  const known = cookies.get(by.memberId) ?? (await aSession(world, by)).cookie;
  cookies.set(by.memberId, known);
  return known;
};
beforeAll(async () => {
  room = await aRoomEntered(world);
  id = room.roundtableId;
});

