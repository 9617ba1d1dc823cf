import { sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { mayTakePart } from "~/domain/roundtables/roundtable.policy";
import { findStanding } from "~/domain/roundtables/seated.server";
import { asViewer, type Db } from "~db/client.server";

type Presence = { roundtableId: string; by: Viewer; at: Date };

/** Says that somebody's page is open; also while they write nothing, so that it tells nothing of who writes. */
export const notePresence = (db: Db, { roundtableId, by, at }: Presence) =>
  asViewer(db, by, async (tx) => {
    const { sits, entered } = await findStanding(tx, roundtableId);
    if (!mayTakePart(by, { seated: sits })) return refused("not_found");
    if (!entered) return refused("terms_not_accepted");
    await tx.execute(sql`insert into room_presence (roundtable_id, member_id, organisation_id, seen_at)
      values (${roundtableId}::uuid, ${by.memberId}::uuid, ${by.organisationId}::uuid, ${at.toISOString()}::timestamptz)
      on conflict (roundtable_id, member_id) do update set seen_at = excluded.seen_at`);
    return done({ id: roundtableId });
  });
