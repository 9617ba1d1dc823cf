import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import type { Db } from "~db/client.server";
import { roundtableMinutes } from "~db/schema";
import { lockMinutes, rulesOf } from "./lock-minutes.server";
import { mayWriteMinutes } from "./minutes.policy";
import { readyToShow } from "./notes-readiness";

type Submission = {
  roundtableId: string;
  /** Of the notes that were read. */
  revision: number;
  /** For how many days everyone in the room may comment. */
  days: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Shows the notes of a session that is over to everyone in the room, for their comments. */
export function submitMinutes(db: Db, { roundtableId, revision, days, keys, by, at }: Submission) {
  return asActor(db, by, async (tx) => {
    const locked = await lockMinutes(tx, { roundtableId, keys, may: (one) => mayWriteMinutes(by, one) });
    if (!locked.ok) return locked;
    const { room, minutes, notes } = locked.value;
    if (!mayWriteMinutes(by, room)) return refused("not_allowed");
    if (!room.endedAt) return refused("session_not_over");
    if (!minutes || !notes) return refused("notes_incomplete");
    if (minutes.submittedAt) return refused("notes_shown");
    if (minutes.revision !== revision) return refused("stale");
    const ready = readyToShow(notes, await rulesOf(tx, room));
    if (!ready.ok) return ready;
    const commentsUntil = new Date(at.getTime() + days * 86_400_000);
    await tx
      .update(roundtableMinutes)
      .set({ submittedAt: at, commentsUntil })
      .where(eq(roundtableMinutes.roundtableId, roundtableId));
    await recordInRoom(tx, { roundtableId, action: "minutes.shown", at });
    await tellRoom(tx, { roundtableId, at });
    return done({ id: roundtableId });
  });
}
