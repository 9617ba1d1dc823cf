import { sql } from "drizzle-orm";
import type { RedFlag } from "~/domain/advisories/advisory.form";
import type { Transaction } from "~db/client.server";
import type { AdoptionState, ItemMark } from "./adoption";

/** One red flag of a board: what is printed now, as far as the viewer may read it, and what the institution said of it. */
export type BoardRow = {
  boardId: string;
  indicatorId: string;
  publicId: string;
  /** Null: no longer among what the current version prints for this viewer. */
  flagState: RedFlag["state"] | null;
  mark: ItemMark | null;
  state: AdoptionState;
  ownerId: string | null;
  ownerName: string | null;
  /** Whoever left owns nothing any more, whatever the row says. */
  ownerLeft: boolean;
  dueOn: string | null;
  note: string;
  revision: number;
  reviewedVersion: number;
  changedByName: string | null;
  changedAt: Date | null;
  decidedAt: Date | null;
};

// What a bank's rule can hang on; the order of the list, a group's id and the note of the change are not among it.
const wording = (content: string) =>
  sql.raw(`(${content} - array['n', 'home', 'group', 'state', 'changeNote', 'sourceCode', 'tlp'])`);

/**
 * The rows of these boards, in printed order, then what is no longer printed. Nothing is copied when a version comes:
 * each row is held against the version that it was last looked at with (decision 236).
 */
export async function listBoardRows(tx: Transaction, boardIds: string[]): Promise<BoardRow[]> {
  if (boardIds.length === 0) return [];
  const rows = await tx.execute<BoardRow & { changedAt: string | null; decidedAt: string | null }>(sql`
    with board as (
      select b.id, a.id as advisory_id, a.current_version, cv.id as version_id,
             (select max(k.version) from adoption_acknowledgements k where k.board_id = b.id) as acknowledged
      from adoption_boards b
      left join advisories a on a.id = b.advisory_id
      left join advisory_versions cv on cv.advisory_id = a.id and cv.n = a.current_version
      where b.id = any(${sql.param(boardIds)}::uuid[])
    ), printed as (
      select b.id as board_id, f.indicator_id, f.position, f.content, x.public_id,
             coalesce(i.reviewed_version, b.acknowledged) as base, b.current_version, b.advisory_id
      from board b
      join version_red_flags f on f.version_id = b.version_id
      join indicators x on x.id = f.indicator_id
      left join adoption_items i on i.board_id = b.id and i.indicator_id = f.indicator_id
    ), row as (
      select p.board_id, p.indicator_id, p.public_id, p.position, p.content ->> 'state' as flag_state, p.base,
             case when p.base >= p.current_version then null
                  when o.indicator_id is null then 'new'
                  when ${wording("o.content")} is distinct from ${wording("p.content")} then 'changed' end as mark
      from printed p
      left join advisory_versions ov on ov.advisory_id = p.advisory_id and ov.n = p.base and p.base < p.current_version
      left join version_red_flags o on o.version_id = ov.id and o.indicator_id = p.indicator_id
      union all
      select i.board_id, i.indicator_id, i.public_id, null, null, i.reviewed_version, null
      from adoption_items i
      where i.board_id = any(${sql.param(boardIds)}::uuid[])
        and not exists (select 1 from printed p where p.board_id = i.board_id and p.indicator_id = i.indicator_id)
    )
    select r.board_id as "boardId", r.indicator_id as "indicatorId", r.public_id as "publicId", r.flag_state as "flagState",
           r.mark, coalesce(i.state, 'not-started') as state, i.owner_id as "ownerId", m.name as "ownerName",
           coalesce(m.left_at is not null, false) as "ownerLeft", i.due_on::text as "dueOn", coalesce(i.note, '') as note,
           coalesce(i.revision, 0) as revision, r.base as "reviewedVersion", c.name as "changedByName",
           i.changed_at as "changedAt", i.decided_at as "decidedAt"
    from row r
    left join adoption_items i on i.board_id = r.board_id and i.indicator_id = r.indicator_id
    left join members m on m.id = i.owner_id
    left join members c on c.id = i.changed_by
    order by r.board_id, r.position nulls last, r.public_id`);
  return rows.map(({ changedAt, decidedAt, ...row }) => ({
    ...row,
    changedAt: changedAt === null ? null : new Date(changedAt),
    decidedAt: decidedAt === null ? null : new Date(decidedAt),
  }));
}
