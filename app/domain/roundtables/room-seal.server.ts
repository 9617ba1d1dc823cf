import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";
import { sql } from "drizzle-orm";
import { findMasterKey } from "~/domain/auth/find-master-key.server";
import { seal, sealBytes, unseal, unsealBytes } from "~/domain/auth/seal.server";
import { openKey, sealKey } from "~/domain/auth/seal-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Transaction } from "~db/client.server";

type Room = { keys: SecretKeys; roundtableId: string };

const aboutKey = ({ roundtableId }: Room) => `roundtable:${roundtableId}`;

/** Under the master key that holds, and that holds until this transaction ends. */
export async function sealRoomKey(tx: Transaction, key: Buffer, room: Room): Promise<Buffer> {
  const [holding] = await tx.execute<{ fingerprint: string }>(
    sql`select fingerprint from master_key_holding()`,
  );
  if (!holding) throw new Error("no master key holds");
  return sealKey(key, { under: await findMasterKey(room.keys, holding.fingerprint), about: aboutKey(room) });
}

/** What seals and opens the words and files of one room, each as what it is: an agenda does not open as a place. */
export type RoomSeal = {
  seal(what: string, words: unknown): Buffer;
  open<Words>(what: string, sealed: Uint8Array): Words;
  sealBytes(what: string, bytes: Uint8Array): Buffer;
  openBytes(what: string, sealed: Uint8Array): Buffer;
  /** The same for the same words, and to nobody without the key. */
  mark(words: unknown): string;
};

export function roomSealOf(key: Buffer, roundtableId: string): RoomSeal {
  const about = (what: string) => ({ key, about: `${what}:${roundtableId}` });
  return {
    seal: (what, words) => seal(JSON.stringify(words), about(what)),
    open: (what, sealed) => JSON.parse(opened(what, unseal(sealed, about(what)))),
    sealBytes: (what, bytes) => sealBytes(bytes, about(what)),
    openBytes: (what, sealed) => opened(what, unsealBytes(sealed, about(what))),
    mark: (words) =>
      createHmac("sha256", key)
        .update(String(canonicalize(words)))
        .digest("hex"),
  };
}

function opened<Content>(what: string, content: Content | undefined): Content {
  if (content === undefined) throw new Error(`the ${what} of a room was sealed elsewhere`);
  return content;
}

/** To whoever is in the room; undefined for everyone else. */
export async function findRoomSeal(tx: Transaction, room: Room): Promise<RoomSeal | undefined> {
  const [row] = await tx
    .select({ sealed: sql<Uint8Array>`sealed`, fingerprint: sql<string>`fingerprint` })
    .from(sql`roundtable_key_of(${room.roundtableId}::uuid) as held`)
    .prepare("roundtable_key")
    .execute();
  if (!row) return undefined;
  const under = await findMasterKey(room.keys, row.fingerprint);
  return roomSealOf(openKey(row.sealed, { under, about: aboutKey(room) }), room.roundtableId);
}
