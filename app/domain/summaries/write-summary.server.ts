import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { mayWriteMinutes } from "~/domain/minutes/minutes.policy";
import { done, refused } from "~/domain/outcome";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roundtableSummaries } from "~db/schema";
import { lockSummary, readyToPublish } from "./lock-summary.server";
import type { SummaryWords } from "./summary.form";

type Writing = {
  roundtableId: string;
  summary: SummaryWords;
  /** Of the summary that was read; 0: there was none. */
  revision: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Writes what may be told of a session outside it, once its minutes are approved. What was approved was another text. */
export async function writeSummary(db: Db, { roundtableId, summary, revision, keys, by, at }: Writing) {
  const { title, body } = summary;
  const screened = await stopIdentifiers(db, { texts: [title.es, title.en, body.es, body.en], at });
  return asActor(db, by, async (tx) => {
    const may = (room: Parameters<typeof mayWriteMinutes>[1]) => mayWriteMinutes(by, room);
    const locked = await lockSummary(tx, { roundtableId, keys, by, may });
    if (!locked.ok) return locked;
    const { room, approved, kept } = locked.value;
    if (!mayWriteMinutes(by, room)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (!approved) return refused("notes_not_approved");
    if (kept?.publishedAt) return refused("summary_published");
    if ((kept?.revision ?? 0) !== revision) return refused("stale");
    const words = storable(summary);
    const ready = await readyToPublish(tx, room, words);
    if (!ready.ok) return ready;
    const wordsHash = room.sealed.mark(words);
    if (wordsHash === kept?.wordsHash) return done({ id: roundtableId, revision });
    const written = {
      words: room.sealed.seal("summary", words),
      wordsHash,
      revision: revision + 1,
      writtenBy: by.memberId,
      writtenAt: at,
    };
    if (kept)
      await tx
        .update(roundtableSummaries)
        .set(written)
        .where(eq(roundtableSummaries.roundtableId, roundtableId));
    else await tx.insert(roundtableSummaries).values({ roundtableId, ...written });
    await recordInRoom(tx, { roundtableId, action: "summary.written", at });
    return done({ id: roundtableId, revision: revision + 1 });
  });
}
