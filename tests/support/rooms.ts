import { randomUUID } from "node:crypto";
import { openKey, sealKey } from "~/domain/auth/seal-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { openRoom } from "~/domain/floor/open-room.server";
import { findRoom } from "~/domain/floor/room.server";
import type { Member, Viewer } from "~/domain/members/viewer";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { secretKeys } from "~/http/secret-keys.server";
import { at, value } from "./desk";
import { keys } from "./rounds";
import { aConvened, nameOne, someTimes } from "./roundtables";
import type { World } from "./world";

/** While the session of `someTimes` is on. */
export const during = new Date("2027-01-20T16:30:00.000Z");

export const accept = (world: World, roundtableId: string, by: Member, version = 1) =>
  acceptTerms(world.db, { roundtableId, version, language: "es", keys, by, at });

/** Two authorities and two institutions at the table, all of whom entered. */
export async function aRoomEntered(world: World, given: Parameters<typeof aConvened>[1] = {}) {
  const convened = await aConvened(world, { times: someTimes, ...given });
  const { roundtableId, lead, partner, houses } = convened;
  const [first, second] = houses;
  value(await nameOne(world, roundtableId, second.officer, second.analyst));
  const people = [lead.chair, partner.chair, first.analyst, second.analyst];
  for (const by of people) value(await accept(world, roundtableId, by));
  return { ...convened, chair: lead.chair, one: first.analyst, other: second.analyst, people };
}

/** The same on its first item. */
export async function aRoomOpen(world: World, given: Parameters<typeof aConvened>[1] = {}) {
  const entered = await aRoomEntered(world, given);
  const { roundtableId, chair } = entered;
  value(await openRoom(world.db, { roundtableId, keys, by: chair, at: during }));
  return entered;
}
export type RoomOpen = Awaited<ReturnType<typeof aRoomOpen>>;

/** Hands a room that was made under the keys of these tests over to an installation with others. */
export async function handOver(world: World, roundtableId: string, to: SecretKeys) {
  const about = `roundtable:${roundtableId}`;
  const [row] = await world.owner`select sealed from roundtable_keys where roundtable_id = ${roundtableId}`;
  const key = openKey(row?.sealed, { under: keys(), about });
  const sealed = sealKey(key, { under: to("room"), about });
  await world.owner`update roundtable_keys set sealed = ${sealed} where roundtable_id = ${roundtableId}`;
}

type Said = Partial<Parameters<typeof sayInRoom>[1]>;

export const say = (world: World, roundtableId: string, by: Viewer, text: string, given: Said = {}) =>
  sayInRoom(world.db, {
    roundtableId,
    id: randomUUID(),
    kind: "words",
    item: 0,
    parentId: null,
    mode: "named",
    text,
    language: "es",
    pace: new SeatPace(),
    keys,
    by,
    at: during,
    ...given,
  });

export const roomOf = (world: World, id: string, by: Viewer, after = 0) =>
  findRoom(world.db, by, { id, after, keys, at: during });

/** A room was made with the tests' secret; a site opens it with its own. */
export async function forSites(world: World, roundtableId: string) {
  const keysOfSite = await secretKeys();
  await handOver(world, roundtableId, keysOfSite);
  return keysOfSite;
}
