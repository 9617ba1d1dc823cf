import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { itemTakes, lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { mostOptions, type PollKind, type PollWords } from "./floor";

type Opening = {
  roundtableId: string;
  item: number;
  kind: PollKind;
  words: PollWords;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Asks everyone at the table, in both languages. Results are for nobody until it is closed. */
export async function openPoll(db: Db, { roundtableId, item, kind, words, keys, by, at }: Opening) {
  const { question, options } = storable(words);
  const texts = [question, ...options];
  const screened = await stopIdentifiers(db, { texts: texts.flatMap(({ es, en }) => [es, en]), at });
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!screened.ok) return screened;
    const takes = itemTakes(room, { item, ahead: false });
    if (!takes.ok) return takes;
    if (texts.some(({ es, en }) => es.trim() === "" || en.trim() === "")) return refused("poll_incomplete");
    if (kind === "scale" ? options.length > 0 : options.length < 2 || options.length > mostOptions)
      return refused("poll_options", { most: mostOptions });
    const count = differencesOf(texts);
    if (count > 0) return refused("languages_differ", { count });
    const id = randomUUID();
    const sealed = room.sealed.seal(`poll:${id}`, { question, options });
    await tx.execute(sql`insert into room_polls (id, roundtable_id, item, kind, words, opened_by, opened_at)
      values (${id}::uuid, ${roundtableId}::uuid, ${item}, ${kind}, ${sealed}::bytea, ${room.by.memberId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "poll.opened", about: id, at });
    return done({ id });
  });
}
