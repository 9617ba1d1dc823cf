import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import type { Db } from "~db/client.server";
import { type Link, lockSummary, markOf, readyToPublish } from "./lock-summary.server";
import { periodOf } from "./summary";

type Publication = {
  roundtableId: string;
  /** Of the summary that was read. */
  revision: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Lets the approved summary out of its room. It is read when the period that stands on it is over, and its address leads nowhere back. */
export function publishSummary(db: Db, { roundtableId, revision, keys, by, at }: Publication) {
  return asActor(db, by, async (tx) => {
    const locked = await lockSummary(tx, { roundtableId, keys, by, may: (room) => mayChair(by, room) });
    if (!locked.ok) return locked;
    const { room, kept, words } = locked.value;
    if (!mayChair(by, room)) return refused("not_allowed");
    if (!kept || !words) return refused("summary_missing");
    if (kept.publishedAt) return refused("summary_published");
    if (kept.revision !== revision) return refused("stale");
    // Somebody may have taken a seat, or another name, since it was written.
    const ready = await readyToPublish(tx, room, words);
    if (!ready.ok) return ready;
    const { named, showsFrom } = periodOf(words.period, at);
    const link: Link = { id: randomUUID(), secret: randomBytes(24).toString("base64url") };
    const audience = { ...words.audience, members: [] };
    const [published] = await tx.execute<{
      yes: boolean;
    }>(sql`select summary_publish(${roundtableId}::uuid, ${kept.wordsHash},
      ${link.id}::uuid, ${JSON.stringify(words.title)}::jsonb, ${JSON.stringify(words.body)}::jsonb, ${sql.param(words.issuers)}::uuid[],
      ${words.tlp}, ${JSON.stringify(audience)}::jsonb, ${named}, ${showsFrom}::date, ${markOf(link.secret)},
      ${room.sealed.seal("summary-link", link)}::bytea, ${at.toISOString()}::timestamptz) as yes`);
    if (!published?.yes) return refused("summary_not_approved");
    await recordInRoom(tx, { roundtableId, action: "summary.released", at });
    await tellRoom(tx, { roundtableId, at });
    return done({ id: link.id, showsFrom });
  });
}
