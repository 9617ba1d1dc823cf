import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { RoomFile } from "~/domain/files/room-file";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { enterRoom } from "~/domain/roundtables/enter-room.server";
import { noteDisclosure } from "~/domain/vaults/note-disclosure.server";
import { readerOfCopy } from "~/domain/vaults/reader-of-copy.server";
import type { Db } from "~db/client.server";
import { roundtableMaterials } from "~db/schema";

type Taking = { roundtableId: string; materialId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Opens what was sent ahead for a copy with its reader's name, and writes down that it left the room. */
export function takeMaterial(db: Db, { roundtableId, materialId, keys, by, at }: Taking) {
  return asActor(db, by, async (tx) => {
    const room = await enterRoom(tx, { roundtableId, keys, by });
    if (!room.ok) return room;
    const { sealed, by: taker } = room.value;
    const [held] = await tx
      .select({ words: roundtableMaterials.words, content: roundtableMaterials.content })
      .from(roundtableMaterials)
      .where(
        and(
          eq(roundtableMaterials.roundtableId, roundtableId),
          eq(roundtableMaterials.id, materialId),
          isNull(roundtableMaterials.withdrawnAt),
        ),
      );
    const reader = await readerOfCopy(tx, taker);
    if (!held || !reader) return refused("not_found");
    const file = sealed.open<RoomFile>(`material:${materialId}`, held.words);
    const bytes = sealed.openBytes(`material-content:${materialId}`, held.content);
    await noteDisclosure(tx, { roundtableId, what: "file", about: materialId, by: taker, at });
    return done({ file, bytes, reader, at });
  });
}
