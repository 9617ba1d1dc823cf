import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roundtableMinutes } from "~db/schema";
import { lockMinutes, rulesOf } from "./lock-minutes.server";
import type { Notes } from "./minutes.form";
import { mayWriteMinutes } from "./minutes.policy";
import { readyToShow, textsOf } from "./notes-readiness";

type Writing = {
  roundtableId: string;
  notes: Notes;
  /** Of the notes that were read; 0: there were none. */
  revision: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Writes the notes of a session. Once they were shown they stay fit to be shown, and what was approved was another text. */
export async function writeMinutes(db: Db, { roundtableId, notes, revision, keys, by, at }: Writing) {
  const screened = await stopIdentifiers(db, { texts: textsOf(notes), at });
  return asActor(db, by, async (tx) => {
    const locked = await lockMinutes(tx, { roundtableId, keys, may: (one) => mayWriteMinutes(by, one) });
    if (!locked.ok) return locked;
    const { room, minutes } = locked.value;
    if (!mayWriteMinutes(by, room)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if ((minutes?.revision ?? 0) !== revision) return refused("stale");
    const words = storable(notes);
    const notesHash = room.sealed.mark(words);
    if (notesHash === minutes?.notesHash) return done({ id: roundtableId, revision });
    if (minutes?.submittedAt) {
      const ready = readyToShow(words, await rulesOf(tx, room));
      if (!ready.ok) return ready;
    }
    const written = {
      notes: room.sealed.seal("minutes", words),
      notesHash,
      revision: revision + 1,
      writtenBy: by.memberId,
      writtenAt: at,
    };
    if (minutes)
      await tx.update(roundtableMinutes).set(written).where(eq(roundtableMinutes.roundtableId, roundtableId));
    else await tx.insert(roundtableMinutes).values({ roundtableId, ...written });
    await recordInRoom(tx, { roundtableId, action: "minutes.written", at });
    return done({ id: roundtableId, revision: revision + 1 });
  });
}
