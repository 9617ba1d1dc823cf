import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { findRoomSeal } from "./room-seal.server";
import { mayTakePart } from "./roundtable.policy";
import { findStanding } from "./seated.server";

type Wanted = { roundtableId: string; keys: SecretKeys; by: Viewer };

/** What is in the room, to somebody at its table who accepted the terms, for as long as there is a key to it. */
export async function enterRoom(tx: Transaction, { roundtableId, keys, by }: Wanted) {
  const sealed = await findRoomSeal(tx, { roundtableId, keys });
  if (!sealed || !isMember(by)) return refused("not_found");
  const { sits, entered } = await findStanding(tx, roundtableId);
  if (!mayTakePart(by, { seated: sits })) return refused("not_allowed");
  return entered ? done({ sealed, by }) : refused("terms_not_accepted");
}
