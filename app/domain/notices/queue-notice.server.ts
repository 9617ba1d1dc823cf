import { sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Transaction } from "~db/client.server";
import { notices } from "~db/schema";
import type { NoticeAbout, NoticeKind } from "./notice";

/** A member, or somebody who is none (yet, or any more). */
type Recipient =
  | { memberId: string }
  | { email: string; language: Language; name: string | null; memberId?: never };

type Queued<Kind extends NoticeKind> = { kind: Kind; to: Recipient; about: NoticeAbout[Kind]; at: Date };

/** Puts a notice into the outbox, in the act's own transaction: it leaves when that commits, and not at all when it does not. */
export async function queueNotice<Kind extends NoticeKind>(
  tx: Transaction,
  { kind, to, about, at }: Queued<Kind>,
) {
  const stranger = to.memberId === undefined ? to : undefined;
  const instant = sql`${at.toISOString()}::timestamptz`;
  // In words of SQL: an insert of the library's names every column, and the web role may fill only these.
  await tx.execute(sql`
    insert into ${notices} (kind, member_id, address, name, language, about, queued_at, next_attempt_at)
    values (${kind}, ${to.memberId ?? null}::uuid, ${stranger?.email ?? null}, ${stranger?.name ?? null},
            ${stranger?.language ?? null}, ${JSON.stringify(about)}::jsonb, ${instant}, ${instant})`);
}
