import { and, eq, gt, ne, sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { roundColumns } from "~/domain/rounds/lock-round.server";
import { stateOf } from "~/domain/rounds/round";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { members, rounds, sheetEntries, sheetPresence, signedAnswers } from "~db/schema";
import { mayFillSheet } from "./sheet.policy";

/** A page that has not been heard from for this long is taken to be closed. */
const goneAfterMs = 20_000;

export type SheetPulse = {
  /** Colleagues who have the sheet open, and at which row. */
  others: { memberId: string; name: string; row: number }[];
  /** Changes whenever something that the sheet shows does. */
  stamp: string;
};

type Asked = { roundId: string; at: Date };

/** What an open sheet has to know between two loads; undefined where there is nothing to fill in for this viewer. */
export const findSheetPulse = (db: Db, viewer: Member, asked: Asked) =>
  asViewer(db, viewer, (tx) => readSheetPulse(tx, viewer, asked));

export async function readSheetPulse(
  tx: Transaction,
  viewer: Member,
  { roundId, at }: Asked,
): Promise<SheetPulse | undefined> {
  if (!mayFillSheet(viewer)) return undefined;
  const [round] = await tx.select(roundColumns).from(rounds).where(eq(rounds.id, roundId));
  if (!round || stateOf(round, at) !== "open") return undefined;
  const { organisationId, memberId } = viewer;
  const [sheet] = await tx
    .select({ stamp: sql<string>`concat_ws('.', count(*), sum(${sheetEntries.revision}))` })
    .from(sheetEntries)
    .where(and(eq(sheetEntries.roundId, roundId), eq(sheetEntries.organisationId, organisationId)));
  const [signed] = await tx
    .select({ version: signedAnswers.version })
    .from(signedAnswers)
    .where(and(eq(signedAnswers.roundId, roundId), eq(signedAnswers.organisationId, organisationId)));
  const others = await tx
    .select({ memberId: sheetPresence.memberId, name: members.name, row: sheetPresence.row })
    .from(sheetPresence)
    .innerJoin(members, eq(members.id, sheetPresence.memberId))
    .where(
      and(
        eq(sheetPresence.roundId, roundId),
        ne(sheetPresence.memberId, memberId),
        gt(sheetPresence.seenAt, new Date(at.getTime() - goneAfterMs)),
      ),
    )
    .orderBy(members.name, members.id);
  return { others, stamp: [sheet?.stamp, signed?.version ?? 0, round.closesAt?.getTime()].join("/") };
}
