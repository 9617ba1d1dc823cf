import { sql } from "drizzle-orm";
import type { NoticeAbout, NoticeKind } from "~/domain/notices/notice";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import type { Transaction } from "~db/client.server";

type Telling<Kind extends NoticeKind> = {
  kind: Kind;
  about: NoticeAbout[Kind];
  organisationId: string;
  /** Whoever did it knows. */
  except?: string;
  at: Date;
};

/** The officers who answer for the organisation's country. */
export const tellOfficers = <Kind extends NoticeKind>(tx: Transaction, telling: Telling<Kind>) =>
  tellEach(tx, sql`select member_id from vetting_officers(${telling.organisationId}::uuid)`, telling);

export const tellAdministrators = <Kind extends NoticeKind>(tx: Transaction, telling: Telling<Kind>) =>
  tellEach(tx, sql`select member_id from administrators_of(${telling.organisationId}::uuid)`, telling);

async function tellEach<Kind extends NoticeKind>(
  tx: Transaction,
  whom: ReturnType<typeof sql>,
  { kind, about, except, at }: Telling<Kind>,
) {
  for (const { member_id: memberId } of await tx.execute<{ member_id: string }>(whom)) {
    if (memberId !== except) await queueNotice(tx, { kind, to: { memberId }, about, at });
  }
}
