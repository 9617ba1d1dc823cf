import { and, asc, desc, eq, gt, inArray, isNull, lte, notInArray, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { RoomSeal } from "~/domain/roundtables/room-seal.server";
import type { Transaction } from "~db/client.server";
import { roomContributions, roomTranslations } from "~db/schema";
import type { Contribution, GivenReason, HidingReason, SaidWords, ShownFile } from "./contribution";
import type { TranslatedWords } from "./translate-contribution.server";

/** The threads of one item that were spoken in last, with those of these contributions and of every question put on it. */
export type Recent = { most: number; naming: string[] };

type Wanted = {
  roundtableId: string;
  after: number;
  upTo: number;
  /** Of this item alone, and the questions of all; of every item unless said. */
  item?: number | undefined;
  /** Not all that was said on the item. */
  recent?: Recent | undefined;
};

export type ReadContributions = Awaited<ReturnType<typeof readContributions>>;

/** What was said, or changed, after one revision of the room and up to another, in the order of the room and still sealed. */
export async function readContributions(tx: Transaction, wanted: Wanted) {
  const { roundtableId, after, upTo, item, recent } = wanted;
  const movedBy = (changed: PgColumn) => and(gt(changed, after), lte(changed, upTo));
  const newlyTranslated = tx
    .select({ id: roomTranslations.contributionId })
    .from(roomTranslations)
    .where(and(eq(roomTranslations.roundtableId, roundtableId), movedBy(roomTranslations.changed)));
  const onItem = item === undefined ? undefined : eq(roomContributions.item, item);
  const threads = recent && onItem && recentThreads(tx, wanted, recent);
  const isWanted = and(
    eq(roomContributions.roundtableId, roundtableId),
    lte(roomContributions.position, upTo),
    onItem && or(and(onItem, threads && inArray(threadOf, threads)), eq(roomContributions.kind, "question")),
    or(movedBy(roomContributions.changed), inArray(roomContributions.id, newlyTranslated)),
  );
  const [rows, translated, [older]] = await Promise.all([
    tx
      .select()
      .from(roomContributions)
      .where(isWanted)
      .orderBy(asc(roomContributions.position))
      .prepare("room_contributions")
      .execute(),
    tx
      .select()
      .from(roomTranslations)
      .where(
        inArray(
          roomTranslations.contributionId,
          tx.select({ id: roomContributions.id }).from(roomContributions).where(isWanted),
        ),
      )
      .prepare("room_translations")
      .execute(),
    threads
      ? tx
          .select({ count: sql<number>`count(*)::int` })
          .from(roomContributions)
          .where(
            and(
              eq(roomContributions.roundtableId, roundtableId),
              onItem,
              isNull(roomContributions.parentId),
              notInArray(roomContributions.id, threads),
            ),
          )
          .prepare("room_threads_older")
          .execute()
      : [],
  ]);
  return { rows, translated, earlier: older?.count ?? 0 };
}

const threadOf = sql`coalesce(${roomContributions.parentId}, ${roomContributions.id})`;

/** By what was said in them last, so that nothing new stands in a thread that is not shown. */
function recentThreads(tx: Transaction, { roundtableId, item = 0 }: Wanted, { most, naming }: Recent) {
  const onItem = and(eq(roomContributions.roundtableId, roundtableId), eq(roomContributions.item, item));
  const spokenIn = tx
    .select({ id: sql<string>`${threadOf}`.as("thread") })
    .from(roomContributions)
    .where(onItem)
    .groupBy(sql`thread`)
    .orderBy(desc(sql`max(${roomContributions.position})`))
    .limit(most)
    .as("spoken_in");
  const named = naming.length > 0 ? inArray(roomContributions.id, naming) : undefined;
  return tx
    .select({ id: spokenIn.id })
    .from(spokenIn)
    .union(
      tx
        .select({ id: sql<string>`${threadOf}` })
        .from(roomContributions)
        .where(and(onItem, or(eq(roomContributions.kind, "question"), named))),
    );
}

/** When each of these last changed, or what stands beside it. */
export function lastMoved({ rows, translated }: ReadContributions) {
  const moved = new Map(rows.map(({ id, changed }) => [id, changed]));
  for (const { contributionId, changed } of translated)
    moved.set(contributionId, Math.max(changed, moved.get(contributionId) ?? 0));
  return moved;
}

export function openContributions({ rows, translated }: ReadContributions, sealed: RoomSeal): Contribution[] {
  const beside = new Map<string, Translated[]>();
  for (const one of translated)
    beside.set(one.contributionId, [...(beside.get(one.contributionId) ?? []), one]);
  return rows.map((row) => shown(row, beside.get(row.id) ?? [], sealed));
}

type Row = ReadContributions["rows"][number];
type Translated = ReadContributions["translated"][number];

function shown(row: Row, translated: Translated[], sealed: RoomSeal): Contribution {
  const { id, kind, item, parentId, mode, position, settlement } = row;
  const hidden = row.hiding && sealed.open<GivenReason<HidingReason>>(`hiding:${id}`, row.hiding);
  const about = `contribution:${id}`;
  const said = kind === "file" ? null : sealed.open<SaidWords>(about, row.words);
  const { who, ...file } = kind === "file" ? sealed.open<ShownFile>(about, row.words) : { who: said?.who };
  return {
    id,
    kind,
    item,
    parentId,
    mode,
    position,
    settlement,
    hidden,
    who: who ?? { name: null, organisation: null, sector: null },
    text: hidden ? null : (said?.text ?? null),
    language: said?.language ?? null,
    file: kind === "file" && !hidden && "name" in file ? file : null,
    translations: hidden
      ? []
      : translated.map((one) => ({
          language: one.language,
          ...sealed.open<TranslatedWords>(`translation:${one.id}`, one.words),
        })),
  };
}
