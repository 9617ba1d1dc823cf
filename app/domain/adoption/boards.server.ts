import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { foldNumber } from "~/domain/advisories/advisory";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Viewer } from "~/domain/members/viewer";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  adoptionAcknowledgements,
  adoptionBoards,
  advisories,
  advisoryVersions,
  memberRoles,
  members,
} from "~db/schema";
import { isClosed, progressOf } from "./adoption";
import { mayReadBoards, workingRoles } from "./adoption.policy";
import { listBoardRows } from "./board-rows.server";

const card = {
  id: adoptionBoards.id,
  begunAt: adoptionBoards.begunAt,
  /** Null where the advisory is no longer open to the institution: the board says what it was called. */
  advisory: {
    id: advisories.id,
    number: advisories.number,
    status: advisories.status,
    currentVersion: advisories.currentVersion,
    replacedBy: advisories.replacedBy,
  },
  title: sql<Text | null>`${advisoryVersions.envelope} -> 'title'`,
  number: sql<string>`coalesce(${advisories.number}, ${adoptionBoards.number})`,
};

const selectBoards = (tx: Transaction) =>
  tx
    .select(card)
    .from(adoptionBoards)
    .leftJoin(advisories, eq(advisories.id, adoptionBoards.advisoryId))
    .leftJoin(
      advisoryVersions,
      sql`${advisoryVersions.advisoryId} = ${advisories.id} and ${advisoryVersions.n} = ${advisories.currentVersion}`,
    );

type Today = { today: string };

/** Every board of the viewer's institution, the newest work first, each with how far it is. */
export async function listBoards(db: Db, viewer: Viewer, { today }: Today) {
  if (!mayReadBoards(viewer)) return [];
  return asViewer(db, viewer, async (tx) => {
    const boards = await selectBoards(tx).orderBy(desc(adoptionBoards.begunAt), asc(adoptionBoards.id));
    const ids = boards.map(({ id }) => id);
    const [rows, received] = await Promise.all([listBoardRows(tx, ids), listAcknowledgements(tx)]);
    return boards.map((board) => {
      const own = rows.filter(({ boardId }) => boardId === board.id);
      const open = own.filter((row) => !isClosed(row));
      return {
        ...board,
        progress: progressOf(open, today),
        closed: own.length - open.length,
        acknowledged: received.find(({ boardId }) => boardId === board.id) ?? null,
      };
    });
  });
}
export type BoardLine = Awaited<ReturnType<typeof listBoards>>[number];

/** The board of this advisory with every row; undefined where the institution has none, or the viewer no institution. */
export async function findBoard(db: Db, viewer: Viewer, number: string) {
  if (!mayReadBoards(viewer)) return undefined;
  return asViewer(db, viewer, async (tx) => {
    const id = await findBoardId(tx, number);
    if (!id) return undefined;
    const [[board], rows, acknowledgements, owners] = await Promise.all([
      selectBoards(tx).where(eq(adoptionBoards.id, id)),
      listBoardRows(tx, [id]),
      listAcknowledgements(tx, id),
      listOwners(tx, viewer.organisationId),
    ]);
    return board && { ...board, rows, acknowledgements, owners };
  });
}
export type Board = NonNullable<Awaited<ReturnType<typeof findBoard>>>;

/** By the advisory's number or alias while it can be read, and by what it was called when the board was begun. */
export async function findBoardId(tx: Transaction, number: string): Promise<string | undefined> {
  const folded = foldNumber(number);
  const [row] = await tx.execute<{ id: string }>(sql`
    select b.id from adoption_boards b left join advisory_numbers n on n.advisory_id = b.advisory_id
    where n.folded = ${folded} or lower(b.number) = ${folded}
    order by n.folded = ${folded} desc nulls last limit 1`);
  return row?.id;
}

const listAcknowledgements = (tx: Transaction, boardId?: string) =>
  tx
    .select({
      boardId: adoptionAcknowledgements.boardId,
      version: adoptionAcknowledgements.version,
      at: adoptionAcknowledgements.at,
      by: members.name,
    })
    .from(adoptionAcknowledgements)
    .leftJoin(members, eq(members.id, adoptionAcknowledgements.memberId))
    .where(boardId === undefined ? undefined : eq(adoptionAcknowledgements.boardId, boardId))
    .orderBy(desc(adoptionAcknowledgements.version));

/** Colleagues who may own a red flag: those who work on boards and are still here. */
const listOwners = (tx: Transaction, organisationId: string) =>
  tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        eq(members.organisationId, organisationId),
        isNull(members.leftAt),
        inArray(
          members.id,
          tx
            .select({ id: memberRoles.memberId })
            .from(memberRoles)
            .where(inArray(memberRoles.role, [...workingRoles])),
        ),
      ),
    )
    .orderBy(alphabetically(members.name), asc(members.id));
