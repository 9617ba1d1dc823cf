import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";
import { sql } from "drizzle-orm";
import { seal, unseal } from "~/domain/auth/seal.server";
import { openKey, sealKey } from "~/domain/auth/seal-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Transaction } from "~db/client.server";

type Room = { keys: SecretKeys; roundtableId: string };

const aboutKey = ({ roundtableId }: Room) => `roundtable:${roundtableId}`;

export const sealRoomKey = (key: Buffer, room: Room) =>
  sealKey(key, { under: room.keys("room"), about: aboutKey(room) });

/** What seals and opens the words of one room, each as what it is: an agenda does not open as a place. */
export type RoomSeal = {
  seal(what: string, words: unknown): Buffer;
  open<Words>(what: string, sealed: Uint8Array): Words;
  /** The same for the same words, and to nobody without the key. */
  mark(words: unknown): string;
};

export const roomSealOf = (key: Buffer, roundtableId: string): RoomSeal => ({
  seal: (what, words) => seal(JSON.stringify(words), { key, about: `${what}:${roundtableId}` }),
  open(what, sealed) {
    const opened = unseal(sealed, { key, about: `${what}:${roundtableId}` });
    if (opened === undefined) throw new Error(`the ${what} of a room was sealed elsewhere`);
    return JSON.parse(opened);
  },
  mark: (words) =>
    createHmac("sha256", key)
      .update(String(canonicalize(words)))
      .digest("hex"),
});

/** To whoever is in the room; undefined for everyone else. */
export async function findRoomSeal(tx: Transaction, room: Room): Promise<RoomSeal | undefined> {
  const [row] = await tx.execute<{ sealed: Uint8Array | null }>(
    sql`select roundtable_key(${room.roundtableId}::uuid) as sealed`,
  );
  if (!row?.sealed) return undefined;
  return roomSealOf(
    openKey(row.sealed, { under: room.keys("room"), about: aboutKey(room) }),
    room.roundtableId,
  );
}
