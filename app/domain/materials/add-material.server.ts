import { and, eq, isNull, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { bareFile } from "~/domain/files/bare-file.server";
import { type RoomFile, roomName } from "~/domain/files/room-file";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { roundtableMaterials } from "~db/schema";
import { mostMaterials } from "./material";

type Adding = {
  roundtableId: string;
  /** Made up by whoever adds it: the same upload twice is one. */
  id: string;
  title: string;
  name: string;
  bytes: Uint8Array;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Sends a file ahead to whoever sits at the table and accepted the terms, until the session opens. */
export async function addMaterial(db: Db, { roundtableId, id, title, name, bytes, keys, by, at }: Adding) {
  const enter = async (tx: Transaction) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    return entered.value.floor.openedAt ? refused("materials_came_late") : entered;
  };
  const mayAdd = await asActor(db, by, enter);
  if (!mayAdd.ok) return mayAdd;
  const file = await bareFile({ name, bytes });
  if (!file.ok) return file;
  const { mediaType, ending, texts } = file.value;
  const called = storable(roomName({ title, own: name, ending }));
  const screened = await stopIdentifiers(db, { texts: [called, ...texts], at });
  if (!screened.ok) return refused("file_screened", screened.facts);

  return asActor(db, by, async (tx) => {
    const entered = await enter(tx);
    if (!entered.ok) return entered;
    const room = entered.value;
    const [held] = await tx
      .select({ roundtableId: roundtableMaterials.roundtableId })
      .from(roundtableMaterials)
      .where(eq(roundtableMaterials.id, id));
    if (held) return held.roundtableId === roundtableId ? done({ id }) : refused("file_id_taken");
    const standing = and(
      eq(roundtableMaterials.roundtableId, roundtableId),
      isNull(roundtableMaterials.withdrawnAt),
    );
    if ((await tx.$count(roundtableMaterials, standing)) >= mostMaterials)
      return refused("too_many_files", { most: mostMaterials });
    const content = file.value.bytes;
    const words: RoomFile = { name: called, mediaType, bytes: content.byteLength };
    await tx.execute(sql`insert into roundtable_materials (id, roundtable_id, words, content, added_by, added_at)
      values (${id}::uuid, ${roundtableId}::uuid, ${room.sealed.seal(`material:${id}`, words)}::bytea,
        ${room.sealed.sealBytes(`material-content:${id}`, content)}::bytea, ${room.by.memberId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "material.added", about: id, at });
    await tellRoom(tx, { roundtableId, at });
    return done({ id });
  });
}
