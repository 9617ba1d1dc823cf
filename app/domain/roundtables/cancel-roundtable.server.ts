import { eq } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roundtables } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import { mayChair } from "./roundtable.policy";
import { tellRoom } from "./tell-room.server";

type Cancellation = { roundtableId: string; reason: Text; keys: SecretKeys; by: Viewer; at: Date };

/** Cancels a session that has not ended, with the reason in both languages for everyone in it. It stays to be seen by them. */
export async function cancelRoundtable(db: Db, { roundtableId, reason, keys, by, at }: Cancellation) {
  const screened = await stopIdentifiers(db, { texts: [reason.es, reason.en], at });
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.endedAt || (room.convenedAt && room.endsAt <= at)) return refused("session_over");
    if (reason.es.trim() === "" || reason.en.trim() === "") return refused("reason_missing");
    const count = differencesOf([reason]);
    if (count > 0) return refused("languages_differ", { count });

    await tx
      .update(roundtables)
      .set({
        cancelledBy: by.memberId,
        cancelledAt: at,
        cancellation: room.sealed.seal("cancellation", storable(reason)),
        sequence: room.sequence + 1,
        movedAt: at,
      })
      .where(eq(roundtables.id, roundtableId));
    await recordInRoom(tx, { roundtableId, action: "roundtable.cancelled", at });
    await tellRoom(tx, { roundtableId, at });
    return done({ id: roundtableId });
  });
}
