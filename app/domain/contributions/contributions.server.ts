import { and, asc, eq, gt, inArray, lte, or } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { RoomSeal } from "~/domain/roundtables/room-seal.server";
import type { Transaction } from "~db/client.server";
import { roomContributions, roomTranslations } from "~db/schema";
import type { Contribution, GivenReason, HidingReason, SaidWords, ShownFile } from "./contribution";
import type { TranslatedWords } from "./translate-contribution.server";

type Wanted = {
  roundtableId: string;
  sealed: RoomSeal;
  after: number;
  upTo: number;
  /** Of this item alone, and the questions of all; of every item unless said. */
  item?: number | undefined;
};

/** What was said, or changed, after one revision of the room and up to another, in the order of the room. */
export async function listContributions(
  tx: Transaction,
  { roundtableId, sealed, after, upTo, item }: Wanted,
) {
  const movedBy = (changed: PgColumn) => and(gt(changed, after), lte(changed, upTo));
  const newlyTranslated = tx
    .select({ id: roomTranslations.contributionId })
    .from(roomTranslations)
    .where(and(eq(roomTranslations.roundtableId, roundtableId), movedBy(roomTranslations.changed)));
  const rows = await tx
    .select()
    .from(roomContributions)
    .where(
      and(
        eq(roomContributions.roundtableId, roundtableId),
        lte(roomContributions.position, upTo),
        item === undefined
          ? undefined
          : or(eq(roomContributions.item, item), eq(roomContributions.kind, "question")),
        or(movedBy(roomContributions.changed), inArray(roomContributions.id, newlyTranslated)),
      ),
    )
    .orderBy(asc(roomContributions.position));
  if (rows.length === 0) return [];
  const translated = await tx
    .select()
    .from(roomTranslations)
    .where(eq(roomTranslations.roundtableId, roundtableId));
  const beside = new Map<string, Translated[]>();
  for (const one of translated)
    beside.set(one.contributionId, [...(beside.get(one.contributionId) ?? []), one]);
  return rows.map((row) => shown(row, beside.get(row.id) ?? [], sealed));
}

type Row = typeof roomContributions.$inferSelect;
type Translated = typeof roomTranslations.$inferSelect;

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
