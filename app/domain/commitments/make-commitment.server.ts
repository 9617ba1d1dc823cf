import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { lockRoundtable } from "~/domain/roundtables/lock-roundtable.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";

type Making = {
  roundtableId: string;
  what: Text;
  /** Who owes it: an organisation at the table. */
  organisationId: string;
  /** YYYY-MM-DD. */
  due: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Writes down what an organisation took upon itself in a session, and by when. Its people are told that something awaits. */
export async function makeCommitment(
  db: Db,
  { roundtableId, what, organisationId, due, keys, by, at }: Making,
) {
  const screened = await stopIdentifiers(db, { texts: [what.es, what.en], at });
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    const [asked] = await tx.execute<{ entered: boolean; seated: boolean }>(
      sql`select viewer_has_entered(${roundtableId}::uuid) as entered, roundtable_seats_organisation(${roundtableId}::uuid, ${organisationId}::uuid) as seated`,
    );
    if (!asked?.entered) return refused("terms_not_accepted");
    if (!screened.ok) return screened;
    if (what.es.trim() === "" || what.en.trim() === "") return refused("commitment_incomplete");
    const count = differencesOf([what]);
    if (count > 0) return refused("languages_differ", { count });
    if (!asked.seated) return refused("owner_not_at_table");
    if (due < at.toISOString().slice(0, 10)) return refused("due_in_the_past");
    const id = randomUUID();
    const words = room.sealed.seal("commitment", storable(what));
    await tx.execute(sql`insert into roundtable_commitments (id, roundtable_id, organisation_id, words, due, made_by, made_at, state)
      values (${id}::uuid, ${roundtableId}::uuid, ${organisationId}::uuid, ${words}::bytea, ${due}::date, ${by.memberId}::uuid, ${at.toISOString()}::timestamptz, 'open')`);
    await recordInRoom(tx, { roundtableId, action: "commitment.made", about: id, at });
    await tellRoom(tx, { roundtableId, whom: [organisationId], at });
    return done({ id });
  });
}
