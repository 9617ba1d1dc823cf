import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roundtables } from "~db/schema";
import { textsOf } from "./agenda-readiness";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import type { Agenda } from "./roundtable.form";
import { mayChair } from "./roundtable.policy";

type Change = {
  roundtableId: string;
  agenda: Agenda;
  /** Of the agenda that was read. */
  revision: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Rewrites the agenda until it is sent. Whatever was cleared was another one; the same words again change nothing. */
export async function changeAgenda(db: Db, { roundtableId, agenda, revision, keys, by, at }: Change) {
  const screened = await stopIdentifiers(db, { texts: textsOf(agenda), at });
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.convenedAt) return refused("agenda_sent");
    if (room.revision !== revision) return refused("stale");
    const words = storable(agenda);
    const agendaHash = room.sealed.mark(words);
    if (agendaHash === room.agendaHash) return done({ id: roundtableId, revision });

    await tx
      .update(roundtables)
      .set({
        agenda: room.sealed.seal("agenda", words),
        agendaHash,
        retentionDays: words.retentionDays,
        revision: revision + 1,
        writtenBy: by.memberId,
        writtenAt: at,
      })
      .where(eq(roundtables.id, roundtableId));
    await recordInRoom(tx, { roundtableId, action: "roundtable.agenda-changed", at });
    return done({ id: roundtableId, revision: revision + 1 });
  });
}
