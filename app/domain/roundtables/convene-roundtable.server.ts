import { eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { roundtables, roundtableTerms } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import type { Agenda, Place } from "./roundtable.form";
import { mayChair } from "./roundtable.policy";
import { standardTerms } from "./standard-terms";
import { tellRoom } from "./tell-room.server";
import { writeTerms } from "./write-terms.server";

type Convening = {
  roundtableId: string;
  /** Of the agenda that was read. */
  revision: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Sends the invitations, once every convening authority has cleared the agenda as it stands. */
export function conveneRoundtable(db: Db, { roundtableId, revision, keys, by, at }: Convening) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.convenedAt) return refused("agenda_sent");
    if (room.revision !== revision) return refused("stale");
    const [cleared] = await tx.execute<{ yes: boolean }>(
      sql`select roundtable_cleared(${roundtableId}::uuid) as yes`,
    );
    if (!cleared?.yes) return refused("not_cleared_by_all");
    if (room.startsAt <= at) return refused("session_in_the_past");
    if (room.sealed.open<Place>("place", room.place).where.trim() === "") return refused("place_missing");
    if (room.invited.length === 0) return refused("no_institution_invited");

    const [terms] = await tx
      .select({ version: roundtableTerms.version })
      .from(roundtableTerms)
      .where(eq(roundtableTerms.roundtableId, roundtableId))
      .limit(1);
    if (!terms)
      await writeTerms(tx, {
        roundtableId,
        sealed: room.sealed,
        version: 1,
        words: standardTerms(room.sealed.open<Agenda>("agenda", room.agenda)),
        memberId: by.memberId,
        at,
      });
    await tx
      .update(roundtables)
      .set({ convenedBy: by.memberId, convenedAt: at })
      .where(eq(roundtables.id, roundtableId));
    await recordInRoom(tx, { roundtableId, action: "roundtable.convened", at });
    await tellRoom(tx, { roundtableId, at });
    return done({ id: roundtableId });
  });
}
