import { and, asc, eq, sql } from "drizzle-orm";
import type { GivenReason } from "~/domain/contributions/contribution";
import type { Member } from "~/domain/members/viewer";
import type { RoomSeal } from "~/domain/roundtables/room-seal.server";
import type { Transaction } from "~db/client.server";
import { roomItems, roomPolls, roomStops, roomVoters, roomVotes } from "~db/schema";
import { countsIn } from "./ballot-box.server";
import { choicesOf, fewestBallots, type ItemState, type PollWords, type StopReason } from "./floor";

/** A page that said nothing for so long is closed. */
const presentForMs = 35_000;

type Wanted = { id: string; viewer: Member; at: Date };

/** All of a floor but what is said, still sealed: prepared and asked side by side, so that they go to the database at once. */
export async function readFloor(tx: Transaction, { id, viewer, at }: Wanted) {
  const [items, stops, hands, present, polls, votes] = await Promise.all([
    tx.select().from(roomItems).where(eq(roomItems.roundtableId, id)).prepare("room_items").execute(),
    tx
      .select()
      .from(roomStops)
      .where(eq(roomStops.roundtableId, id))
      .orderBy(asc(roomStops.stoppedAt))
      .prepare("room_stops")
      .execute(),
    listHands(tx, id),
    listPresent(tx, id, new Date(at.getTime() - presentForMs)),
    readPolls(tx, id, viewer),
    listVotes(tx, id),
  ]);
  return { items, stops, hands, present, polls, votes };
}

type ReadFloor = Awaited<ReturnType<typeof readFloor>>;
type Opening = { count: number; sealed: RoomSeal };

export function openItems({ items, stops }: Pick<ReadFloor, "items" | "stops">, { count, sealed }: Opening) {
  return Array.from({ length: count }, (_, item) => {
    const row = items.find((one) => one.item === item);
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

export async function openPolls(tx: Transaction, polls: ReadFloor["polls"], sealed: RoomSeal) {
  const listed = [];
  for (const { id: pollId, item, kind, words, closedAt, voters, voted } of polls) {
    const asked = sealed.open<PollWords>(`poll:${pollId}`, words);
    listed.push({
      id: pollId,
      item,
      kind,
      ...asked,
      closed: closedAt !== null,
      voters,
      voted,
      /** Null while it is open, and where so few voted that it would say who chose what. */
      counts:
        closedAt && voters >= fewestBallots
          ? await countsIn(tx, { pollId, sealed, most: choicesOf(kind, asked) })
          : null,
    });
  }
  return listed;
}

const listHands = (tx: Transaction, id: string) =>
  tx
    .select({
      memberId: sql<string>`member_id`,
      name: sql<string>`name`,
      organisation: sql<string>`organisation`,
      called: sql<boolean>`called_at is not null`,
    })
    .from(sql`room_hands_raised(${id}::uuid) as hands`)
    .orderBy(sql`called_at nulls last, raised_at, member_id`)
    .prepare("room_hands")
    .execute();

async function listPresent(tx: Transaction, id: string, since: Date) {
  const rows = await tx
    .select({ organisation: sql<string>`organisation` })
    .from(sql`room_present(${id}::uuid, ${since.toISOString()}::timestamptz) as present`)
    .orderBy(sql`organisation`)
    .prepare("room_present")
    .execute();
  return rows.map(({ organisation }) => organisation);
}

async function listVotes(tx: Transaction, id: string) {
  const [counted, own] = await Promise.all([
    tx
      .select({ contributionId: sql<string>`contribution_id`, votes: sql<number>`votes` })
      .from(sql`room_votes_counted(${id}::uuid) as counted`)
      .orderBy(sql`contribution_id`)
      .prepare("room_votes_counted")
      .execute(),
    tx
      .select({ contributionId: roomVotes.contributionId })
      .from(roomVotes)
      .where(eq(roomVotes.roundtableId, id))
      .prepare("room_votes_own")
      .execute(),
  ]);
  const voted = new Set(own.map(({ contributionId }) => contributionId));
  return counted.map((one) => ({ ...one, own: voted.has(one.contributionId) }));
}

async function readPolls(tx: Transaction, id: string, { memberId }: Member) {
  const [polls, counted, own] = await Promise.all([
    tx
      .select()
      .from(roomPolls)
      .where(eq(roomPolls.roundtableId, id))
      .orderBy(asc(roomPolls.openedAt), asc(roomPolls.id))
      .prepare("room_polls")
      .execute(),
    tx
      .select({ pollId: sql<string>`poll_id`, voters: sql<number>`voters` })
      .from(sql`room_voters_counted(${id}::uuid) as counted`)
      .prepare("room_voters_counted")
      .execute(),
    tx
      .select({ pollId: roomVoters.pollId })
      .from(roomVoters)
      .where(and(eq(roomVoters.roundtableId, id), eq(roomVoters.memberId, memberId)))
      .prepare("room_voters_own")
      .execute(),
  ]);
  return polls.map((poll) => ({
    ...poll,
    voters: counted.find(({ pollId }) => pollId === poll.id)?.voters ?? 0,
    voted: own.some(({ pollId }) => pollId === poll.id),
  }));
}
