import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { draftPresence } from "~db/schema";
import { readPulse } from "./draft-pulse.server";

type Presence = {
  draftId: string;
  /** The piece that the member is writing in; empty when in none. */
  path: string;
  by: Viewer;
  at: Date;
};

/** Says that this member has the draft open, and learns who else has and whether anything moved. Leaves no trace in the record. */
export function notePresence(db: Db, { draftId, path, by, at }: Presence) {
  return asViewer(db, by, async (tx) => {
    if (!isMember(by)) return refused("not_found");
    // Of others and of the draft: that this member is here too changes none of it.
    const pulse = await readPulse(tx, by, draftId, at);
    if (!pulse) return refused("not_found");
    const row = { draftId, memberId: by.memberId, path: path.slice(0, 300), seenAt: at };
    await tx
      .insert(draftPresence)
      .values(row)
      .onConflictDoUpdate({
        target: [draftPresence.draftId, draftPresence.memberId],
        set: { path: row.path, seenAt: at },
      });
    return done({ others: pulse.others, stamp: pulse.stamp });
  });
}
