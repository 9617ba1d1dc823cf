import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { GivenReason } from "~/domain/contributions/contribution";
import { listContributions } from "~/domain/contributions/contributions.server";
import { isMember, type Member, type Viewer } from "~/domain/members/viewer";
import { rulesOf } from "~/domain/roundtables/attribution";
import { findRoomSeal, type RoomSeal } from "~/domain/roundtables/room-seal.server";
import type { Agenda } from "~/domain/roundtables/roundtable.form";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  roomFloors,
  roomItems,
  roomPolls,
  roomStops,
  roomVoters,
  roomVotes,
  roundtableParts,
  roundtables,
} from "~db/schema";
import { countsIn } from "./ballot-box.server";
import { choicesOf, fewestBallots, type ItemState, type PollWords, type StopReason } from "./floor";

/** A page that said nothing for so long is closed. */
const presentForMs = 35_000;

type Wanted = {
  id: string;
  /** The revision that the asker has; 0 for all of it. */
  after: number;
  /** What was said on this item of the agenda, with the questions of all; null: on the one that is in progress. */
  item?: number | null;
  keys: SecretKeys;
  at: Date;
};

export type FoundRoom = NonNullable<Awaited<ReturnType<typeof findRoom>>>;

/** What happens in a session, to whoever is at its table and accepted the terms; nothing to anybody else. */
export function findRoom(db: Db, viewer: Viewer, { id, after, item, keys, at }: Wanted) {
  return asViewer(db, viewer, async (tx) => {
    const [floor] = await tx.select().from(roomFloors).where(eq(roomFloors.roundtableId, id));
    const [session] = await tx.select().from(roundtables).where(eq(roundtables.id, id));
    if (!floor || !session || !isMember(viewer)) return undefined;
    const sealed = await findRoomSeal(tx, { roundtableId: id, keys });
    if (!sealed) return undefined;
    const agenda = sealed.open<Agenda>("agenda", session.agenda);
    return {
      session: {
        ...agenda,
        ...rulesOf(agenda),
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        timeZone: session.timeZone,
      },
      chairs: mayChair(viewer, { parts: await listOwnParts(tx, id, viewer) }),
      revision: floor.revision,
      contributions: await listContributions(tx, {
        roundtableId: id,
        sealed,
        after,
        upTo: floor.revision,
        item: item === null ? (floor.item ?? 0) : item,
      }),
      floor: {
        opened: floor.openedAt !== null,
        cancelled: session.cancelledAt !== null,
        over: session.endedAt !== null || session.endsAt <= at,
        item: floor.item,
        items: await listItems(tx, { id, count: agenda.items.length, sealed }),
        hands: await listHands(tx, id),
        present: rulesOf(agenda).presence === "none" ? null : await listPresent(tx, { id, at }),
        polls: await listPolls(tx, { id, sealed, viewer }),
        votes: await listVotes(tx, id),
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
    );

type InRoom = { id: string; sealed: RoomSeal };

async function listItems(tx: Transaction, { id, count, sealed }: InRoom & { count: number }) {
  const known = await tx.select().from(roomItems).where(eq(roomItems.roundtableId, id));
  const stops = await tx
    .select()
    .from(roomStops)
    .where(eq(roomStops.roundtableId, id))
    .orderBy(asc(roomStops.stoppedAt));
  return Array.from({ length: count }, (_, item) => {
    const row = known.find((one) => one.item === item);
    const own = stops.filter((one) => one.item === item);
    const stopped = own.some(({ liftedAt }) => liftedAt === null);
    const state: ItemState = row?.closedAt ? "closed" : stopped ? "stopped" : row ? "open" : "waiting";
    return {
      state,
      openedAt: row?.openedAt.toISOString() ?? null,
      closedAt: row?.closedAt?.toISOString() ?? null,
      stops: own.map((one) => ({
        id: one.id,
        ...sealed.open<GivenReason<StopReason>>(`stop:${one.id}`, one.reason),
        stoppedAt: one.stoppedAt.toISOString(),
        liftedAt: one.liftedAt?.toISOString() ?? null,
      })),
    };
  });
}

type HandRow = { member_id: string; name: string; organisation: string; called_at: Date | string | null };

async function listHands(tx: Transaction, id: string) {
  const rows = await tx.execute<HandRow>(
    sql`select member_id, name, organisation, called_at from room_hands_raised(${id}::uuid) order by called_at nulls last, raised_at, member_id`,
  );
  return rows.map(({ member_id, name, organisation, called_at }) => ({
    memberId: member_id,
    name,
    organisation,
    called: called_at !== null,
  }));
}

async function listPresent(tx: Transaction, { id, at }: { id: string; at: Date }) {
  const since = new Date(at.getTime() - presentForMs).toISOString();
  const rows = await tx.execute<{ organisation: string }>(
    sql`select organisation from room_present(${id}::uuid, ${since}::timestamptz) order by organisation`,
  );
  return rows.map(({ organisation }) => organisation);
}

async function listVotes(tx: Transaction, id: string) {
  const counted = await tx.execute<{ contribution_id: string; votes: number }>(
    sql`select contribution_id, votes from room_votes_counted(${id}::uuid) order by contribution_id`,
  );
  const own = await tx
    .select({ contributionId: roomVotes.contributionId })
    .from(roomVotes)
    .where(eq(roomVotes.roundtableId, id));
  return counted.map(({ contribution_id, votes }) => ({
    contributionId: contribution_id,
    votes,
    own: own.some(({ contributionId }) => contributionId === contribution_id),
  }));
}

async function listPolls(tx: Transaction, { id, sealed, viewer }: InRoom & { viewer: Member }) {
  const polls = await tx
    .select()
    .from(roomPolls)
    .where(eq(roomPolls.roundtableId, id))
    .orderBy(asc(roomPolls.openedAt), asc(roomPolls.id));
  if (polls.length === 0) return [];
  const counted = await tx.execute<{ poll_id: string; voters: number }>(
    sql`select poll_id, voters from room_voters_counted(${id}::uuid)`,
  );
  const own = await tx
    .select({ pollId: roomVoters.pollId })
    .from(roomVoters)
    .where(and(eq(roomVoters.roundtableId, id), eq(roomVoters.memberId, viewer.memberId)));
  const listed = [];
  for (const { id: pollId, item, kind, words, closedAt } of polls) {
    const asked = sealed.open<PollWords>(`poll:${pollId}`, words);
    const voters = counted.find((one) => one.poll_id === pollId)?.voters ?? 0;
    listed.push({
      id: pollId,
      item,
      kind,
      ...asked,
      closed: closedAt !== null,
      voters,
      voted: own.some((one) => one.pollId === pollId),
      /** Null while it is open, and where so few voted that it would say who chose what. */
      counts:
        closedAt && voters >= fewestBallots
          ? await countsIn(tx, { pollId, sealed, most: choicesOf(kind, asked) })
          : null,
    });
  }
  return listed;
}
