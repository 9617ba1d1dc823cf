import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roundtableClearances } from "~db/schema";
import { readyToClear } from "./agenda-readiness";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import type { ClearanceKind } from "./roundtable";
import type { Agenda } from "./roundtable.form";
import { mayClearAgenda } from "./roundtable.policy";
import { tellRoom } from "./tell-room.server";

type Clearing = {
  roundtableId: string;
  kind: ClearanceKind;
  /** Of the agenda that was read. */
  revision: number;
  note: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** One authority's word on the agenda as it stands. Nobody gives two on one agenda, and none on their own words. */
export async function clearAgenda(db: Db, { roundtableId, kind, revision, note, keys, by, at }: Clearing) {
  const screened = await stopIdentifiers(db, { texts: [note], at });
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayClearAgenda(by, room, kind)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.convenedAt) return refused("agenda_sent");
    if (room.revision !== revision) return refused("stale");
    const ready = readyToClear(room.sealed.open<Agenda>("agenda", room.agenda));
    if (!ready.ok) return ready;
    if (room.writtenBy === by.memberId) return refused("own_agenda");
    const given = await tx
      .select({
        kind: roundtableClearances.kind,
        memberId: roundtableClearances.memberId,
        authorityId: roundtableClearances.authorityId,
      })
      .from(roundtableClearances)
      .where(
        and(
          eq(roundtableClearances.roundtableId, roundtableId),
          eq(roundtableClearances.agendaHash, room.agendaHash),
        ),
      );
    if (given.some((one) => one.memberId === by.memberId)) return refused("cleared_once");
    if (given.some((one) => one.kind === kind && one.authorityId === by.organisationId))
      return refused("cleared_already");

    const id = randomUUID();
    const words = storable(note.trim());
    await tx.insert(roundtableClearances).values({
      id,
      roundtableId,
      authorityId: by.organisationId,
      kind,
      memberId: by.memberId,
      agendaHash: room.agendaHash,
      clearedAt: at,
      note: words === "" ? null : room.sealed.seal("note", words),
    });
    await recordInRoom(tx, { roundtableId, action: `agenda.cleared-${kind}`, about: id, at });
    const chairs = room.parts.filter(({ part }) => part === "chair").map(({ memberId }) => memberId);
    await tellRoom(tx, { roundtableId, whom: chairs, at });
    return done({ id });
  });
}
