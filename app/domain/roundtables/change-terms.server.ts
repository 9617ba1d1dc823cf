import { desc, eq } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roundtableTerms } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import { mayChair } from "./roundtable.policy";
import { tellRoom } from "./tell-room.server";
import { writeTerms } from "./write-terms.server";

type Change = {
  roundtableId: string;
  words: Text;
  /** That was read; 0 where there were none. */
  version: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Other terms from now on. Nobody reads or says anything in the room before accepting them, mid-session too. */
export async function changeTerms(db: Db, { roundtableId, words, version, keys, by, at }: Change) {
  const text = storable({ es: words.es.trim(), en: words.en.trim() });
  const screened = await stopIdentifiers(db, { texts: [text.es, text.en], at });
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.convenedAt && room.endsAt <= at) return refused("session_over");
    if (text.es === "" || text.en === "") return refused("terms_incomplete");
    const count = differencesOf([text]);
    if (count > 0) return refused("languages_differ", { count });
    const [last] = await tx
      .select()
      .from(roundtableTerms)
      .where(eq(roundtableTerms.roundtableId, roundtableId))
      .orderBy(desc(roundtableTerms.version))
      .limit(1);
    if ((last?.version ?? 0) !== version) return refused("stale");
    const held = last && room.sealed.open<Text>(`terms:${last.version}`, last.words);
    if (held?.es === text.es && held.en === text.en) return done({ version });

    await writeTerms(tx, {
      roundtableId,
      sealed: room.sealed,
      version: version + 1,
      words: text,
      memberId: by.memberId,
      at,
    });
    await recordInRoom(tx, { roundtableId, action: "terms.changed", at });
    if (room.convenedAt) await tellRoom(tx, { roundtableId, at });
    return done({ version: version + 1 });
  });
}
