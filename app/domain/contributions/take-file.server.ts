import { and, eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { RoomFile } from "~/domain/files/room-file";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { enterRoom } from "~/domain/roundtables/enter-room.server";
import { noteDisclosure } from "~/domain/vaults/note-disclosure.server";
import { readerOfCopy } from "~/domain/vaults/reader-of-copy.server";
import type { Db } from "~db/client.server";
import { roomContributions, roomFiles } from "~db/schema";
import type { ShownFile } from "./contribution";

type Taking = { roundtableId: string; contributionId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Opens a file that was shown for a copy with its reader's name, and writes down that it left the room. */
export function takeFile(db: Db, { roundtableId, contributionId, keys, by, at }: Taking) {
  return asActor(db, by, async (tx) => {
    const room = await enterRoom(tx, { roundtableId, keys, by });
    if (!room.ok) return room;
    const { sealed, by: taker } = room.value;
    const [held] = await tx
      .select({ words: roomContributions.words, content: roomFiles.content })
      .from(roomFiles)
      .innerJoin(roomContributions, eq(roomContributions.id, roomFiles.contributionId))
      .where(and(eq(roomFiles.roundtableId, roundtableId), eq(roomFiles.contributionId, contributionId)));
    const reader = await readerOfCopy(tx, taker);
    if (!held || !reader) return refused("not_found");
    const { who: _, ...file } = sealed.open<ShownFile>(`contribution:${contributionId}`, held.words);
    const bytes = sealed.openBytes(`file:${contributionId}`, held.content);
    await noteDisclosure(tx, { roundtableId, what: "file", about: contributionId, by: taker, at });
    return done({ file: file satisfies RoomFile, bytes, reader, at });
  });
}
