import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { lockMinutes, rulesOf } from "./lock-minutes.server";

type Comment = {
  roundtableId: string;
  /** Of the agenda, from 0; null: the notes as a whole. */
  item: number | null;
  words: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** What a participant says of the notes, to those who convene and in their own name. */
export async function commentOnMinutes(db: Db, { roundtableId, item, words, keys, by, at }: Comment) {
  const screened = await stopIdentifiers(db, { texts: [words], at });
  return asActor(db, by, async (tx) => {
    const locked = await lockMinutes(tx, { roundtableId, keys, may: () => isMember(by) });
    if (!locked.ok) return locked;
    const { room, minutes } = locked.value;
    if (!isMember(by) || !minutes?.submittedAt || !minutes.commentsUntil) return refused("not_found");
    if (!screened.ok) return screened;
    if (minutes.commentsUntil <= at) return refused("comments_over");
    if (words.trim() === "") return refused("comment_empty");
    if (item !== null && item >= (await rulesOf(tx, room)).items) return refused("not_found");
    const id = randomUUID();
    const sealed = room.sealed.seal("comment", storable(words.trim()));
    await tx.execute(sql`insert into roundtable_minute_comments (id, roundtable_id, item, member_id, organisation_id, words, at)
      values (${id}::uuid, ${roundtableId}::uuid, ${item}, ${by.memberId}::uuid, ${by.organisationId}::uuid, ${sealed}::bytea, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "minutes.commented", about: id, at });
    await tellRoom(tx, { roundtableId, whom: room.parts.map(({ memberId }) => memberId), at });
    return done({ id });
  });
}
