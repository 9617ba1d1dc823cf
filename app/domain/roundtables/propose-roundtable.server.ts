import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { memberRoles, members, organisations, roundtables } from "~db/schema";
import { checkPlace, textsOf } from "./agenda-readiness";
import { recordInRoom } from "./record-in-room.server";
import { roomSealOf, sealRoomKey } from "./room-seal.server";
import type { Agenda, Place, Times } from "./roundtable.form";
import { mayProposeRoundtable } from "./roundtable.policy";
import { spanOf } from "./session-times";
import { tellRoom } from "./tell-room.server";

type Proposal = {
  agenda: Agenda;
  place: Place;
  times: Times;
  /** Conveners of the other authorities that convene it, one of each. */
  chairs: string[];
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Begins a session, with one chair of each authority that convenes it: from here on only they know of it. */
export async function proposeRoundtable(db: Db, { agenda, place, times, chairs, keys, by, at }: Proposal) {
  if (!mayProposeRoundtable(by)) return refused("not_allowed");
  const span = spanOf(times, at);
  if (!span.ok) return span;
  const found = checkPlace(place);
  if (!found.ok) return found;
  const screened = await stopIdentifiers(db, { texts: textsOf(agenda), at });
  if (!screened.ok) return screened;

  return asActor(db, by, async (tx) => {
    const others = [...new Set(chairs)].filter((id) => id !== by.memberId);
    if (!(await areChairs(tx, others, by.organisationId))) return refused("chair_not_fit");
    const roundtableId = randomUUID();
    const key = randomBytes(32);
    const sealed = roomSealOf(key, roundtableId);
    const words = storable(agenda);
    const { startsAt, endsAt, timeZone } = span.value;
    const sealedKey = await sealRoomKey(tx, key, { keys, roundtableId });
    await tx.execute(sql`select roundtable_propose(${roundtableId}::uuid, ${sealedKey}::bytea,
      ${sql.param(others)}::uuid[], ${sealed.seal("agenda", words)}::bytea, ${sealed.mark(words)},
      ${startsAt.toISOString()}::timestamptz, ${endsAt.toISOString()}::timestamptz, ${timeZone},
      ${sealed.seal("place", storable(place))}::bytea, ${at.toISOString()}::timestamptz)`);
    const { retentionDays } = words;
    await tx.update(roundtables).set({ retentionDays }).where(eq(roundtables.id, roundtableId));
    await recordInRoom(tx, { roundtableId, action: "roundtable.proposed", at });
    await tellRoom(tx, { roundtableId, at });
    return done({ id: roundtableId });
  });
}

/** Conveners, each of another authority, and none of the proposer's. */
async function areChairs(tx: Transaction, ids: string[], ownId: string) {
  if (ids.length === 0) return true;
  const rows = await tx
    .select({ id: members.id, organisationId: members.organisationId })
    .from(members)
    .innerJoin(
      organisations,
      and(eq(organisations.id, members.organisationId), eq(organisations.kind, "authority")),
    )
    .innerJoin(memberRoles, and(eq(memberRoles.memberId, members.id), eq(memberRoles.role, "convener")))
    .where(and(inArray(members.id, ids), isNull(members.leftAt), eq(organisations.vetting, "vetted")));
  const authorities = new Set(rows.map(({ organisationId }) => organisationId));
  return rows.length === ids.length && authorities.size === ids.length && !authorities.has(ownId);
}
