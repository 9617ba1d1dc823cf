import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { noteDisclosure } from "~/domain/vaults/note-disclosure.server";
import { readerOfCopy } from "~/domain/vaults/reader-of-copy.server";
import type { Db } from "~db/client.server";
import { readMinutes } from "./minutes.server";

type Taking = { roundtableId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Gives out a copy of the notes with its reader's name on it, and writes down that it left the room. */
export function takeMinutes(db: Db, { roundtableId, keys, by, at }: Taking) {
  return asActor(db, by, async (tx) => {
    const minutes = await readMinutes(tx, by, { id: roundtableId, keys });
    if (!minutes?.notes || !isMember(by)) return refused("not_found");
    const reader = await readerOfCopy(tx, by);
    if (!reader) return refused("not_found");
    await noteDisclosure(tx, { roundtableId, what: "minutes", by, at });
    return done({ ...minutes, notes: minutes.notes, reader, at });
  });
}
