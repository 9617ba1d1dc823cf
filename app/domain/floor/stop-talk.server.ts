import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { GivenReason } from "~/domain/contributions/contribution";
import type { Viewer } from "~/domain/members/viewer";
import { done } from "~/domain/outcome";
import { itemTakes, lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import type { StopReason } from "./floor";

type Stopping = {
  roundtableId: string;
  item: number;
  reason: StopReason;
  note: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Stops the talk on an item, with the reason on record for everyone at the table; nothing is said on it until it is let go on. */
export async function stopTalk(db: Db, { roundtableId, item, reason, note, keys, by, at }: Stopping) {
  const words = storable(note.trim());
  const screened = await stopIdentifiers(db, { texts: [words], at });
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!screened.ok) return screened;
    const takes = itemTakes(room, { item, ahead: false });
    if (!takes.ok) return takes;
    const id = randomUUID();
    const given: GivenReason<StopReason> = { reason, note: words };
    await tx.execute(sql`insert into room_stops (id, roundtable_id, item, reason, stopped_by, stopped_at)
      values (${id}::uuid, ${roundtableId}::uuid, ${item}, ${room.sealed.seal(`stop:${id}`, given)}::bytea, ${room.by.memberId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "talk.stopped", about: id, at });
    return done({ id });
  });
}
