import { and, eq, isNull } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import {
  lastMoved,
  openContributions,
  type Recent,
  readContributions,
} from "~/domain/contributions/contributions.server";
import { isMember, type Member, type Viewer } from "~/domain/members/viewer";
import { rulesOf } from "~/domain/roundtables/attribution";
import { findRoomSeal } from "~/domain/roundtables/room-seal.server";
import type { Agenda } from "~/domain/roundtables/roundtable.form";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { roomFloors, roundtableParts, roundtables } from "~db/schema";
import { openItems, openPolls, readFloor } from "./floor.server";

type Wanted = {
  id: string;
  /** The revision that the asker has; 0 for all of it. */
  after: number;
  /** What was said on this item of the agenda, with the questions of all; null: on the one that is in progress. */
  item?: number | null;
  /** Of that item not all. */
  recent?: Recent | undefined;
  keys: SecretKeys;
  at: Date;
};

export type FoundRoom = NonNullable<Awaited<ReturnType<typeof findRoom>>>;

/** What happens in a session, to whoever is at its table and accepted the terms; nothing to anybody else. */
export function findRoom(db: Db, viewer: Viewer, { id, after, item, recent, keys, at }: Wanted) {
  return asViewer(db, viewer, async (tx) => {
    if (!isMember(viewer)) return undefined;
    // Before all the rest, which is of this revision then or of a later one: a page that has a revision lacks nothing of it.
    const [floor] = await tx
      .select()
      .from(roomFloors)
      .where(eq(roomFloors.roundtableId, id))
      .prepare("room_floor")
      .execute();
    if (!floor) return undefined;
    const [[session], sealed, parts, said, read] = await Promise.all([
      tx.select().from(roundtables).where(eq(roundtables.id, id)).prepare("room_session").execute(),
      findRoomSeal(tx, { roundtableId: id, keys }),
      listOwnParts(tx, id, viewer),
      readContributions(tx, {
        roundtableId: id,
        after,
        upTo: floor.revision,
        item: item === null ? (floor.item ?? 0) : item,
        recent,
      }),
      readFloor(tx, { id, viewer, at }),
    ]);
    if (!session || !sealed) return undefined;
    const agenda = sealed.open<Agenda>("agenda", session.agenda);
    const rules = rulesOf(agenda);
    return {
      session: {
        ...agenda,
        ...rules,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        timeZone: session.timeZone,
      },
      chairs: mayChair(viewer, { parts }),
      revision: floor.revision,
      contributions: openContributions(said, sealed),
      /** How many threads of the item are not among them. */
      earlier: said.earlier,
      lastMoved: lastMoved(said),
      floor: {
        opened: floor.openedAt !== null,
        cancelled: session.cancelledAt !== null,
        over: session.endedAt !== null || session.endsAt <= at,
        item: floor.item,
        items: openItems(read, { count: agenda.items.length, sealed }),
        hands: read.hands,
        present: rules.presence === "none" ? null : read.present,
        polls: await openPolls(tx, read.polls, sealed),
        votes: read.votes,
      },
    };
  });
}

const listOwnParts = (tx: Transaction, id: string, { memberId }: Member) =>
  tx
    .select({ memberId: roundtableParts.memberId, part: roundtableParts.part })
    .from(roundtableParts)
    .where(
      and(
        eq(roundtableParts.roundtableId, id),
        eq(roundtableParts.memberId, memberId),
        isNull(roundtableParts.endedAt),
      ),
    )
    .prepare("room_own_parts")
    .execute();
