import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import type { RoundtablePart } from "./roundtable";
import { mayChair } from "./roundtable.policy";
import { tellRoom } from "./tell-room.server";

type Giving = {
  roundtableId: string;
  memberId: string;
  part: RoundtablePart;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Brings a colleague into the room: another chair, or somebody who clears. Nobody else of the authority learns of it. */
export function givePart(db: Db, { roundtableId, memberId, part, keys, by, at }: Giving) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.parts.some((one) => one.memberId === memberId)) return refused("already_in_room");
    const [fit] = await tx.execute<{ fits: boolean }>(
      sql`select roundtable_fits(${memberId}::uuid, ${part}) as fits`,
    );
    if (!fit?.fits) return refused("part_not_fit");

    const id = randomUUID();
    // In words of SQL: an insert of the library's names every column, and the web role may fill only these.
    await tx.execute(sql`insert into roundtable_parts (id, roundtable_id, authority_id, member_id, part, given_by, given_at)
      values (${id}::uuid, ${roundtableId}::uuid, ${by.organisationId}::uuid, ${memberId}::uuid, ${part}, ${by.memberId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "part.given", about: id, at });
    await tellRoom(tx, { roundtableId, whom: [memberId], at });
    return done({ id });
  });
}
