import { sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { type Link, lockSummary, namesAround } from "./lock-summary.server";
import { tracesIn } from "./traces-in";

type Withdrawal = { roundtableId: string; reason: Text; keys: SecretKeys; by: Viewer; at: Date };

/** A chair takes back from inside the room what it published, or what nobody has read yet. Outside, nobody's name is on it. */
export async function withdrawOwnSummary(db: Db, { roundtableId, reason, keys, by, at }: Withdrawal) {
  const screened = await stopIdentifiers(db, { texts: [reason.es, reason.en], at });
  return asActor(db, by, async (tx) => {
    const locked = await lockSummary(tx, { roundtableId, keys, by, may: (room) => mayChair(by, room) });
    if (!locked.ok) return locked;
    const { room, kept, words } = locked.value;
    if (!mayChair(by, room)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (!kept?.link || !words) return refused("summary_not_published");
    const told = storable(reason);
    if (told.es.trim() === "" || told.en.trim() === "") return refused("reason_missing");
    const traces = tracesIn([told], { ...room, names: await namesAround(tx, room, words.issuers) });
    if (traces.length > 0) return refused("session_traced", { traces: traces.join(", ") });
    const count = differencesOf([told]);
    if (count > 0) return refused("languages_differ", { count });
    const { id, secret } = room.sealed.open<Link>("summary-link", kept.link);
    const [taken] = await tx.execute<{ yes: boolean }>(
      sql`select summary_withdraw(${id}::uuid, ${secret}, ${JSON.stringify(told)}::jsonb, ${at.toISOString()}::timestamptz) as yes`,
    );
    if (!taken?.yes) return refused("summary_withdrawn");
    await recordInRoom(tx, { roundtableId, action: "summary.withdrawn", at });
    await tellRoom(tx, { roundtableId, whom: room.parts.map(({ memberId }) => memberId), at });
    return done({ id });
  });
}
