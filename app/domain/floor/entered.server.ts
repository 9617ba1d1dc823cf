import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

type Asked = { id: string; whom: string[] };

/** Which of these members are at the table just now and entered it; nobody where the asker is not. */
export const listEntered = (db: Db, by: Member, { id, whom }: Asked): Promise<string[]> =>
  asViewer(db, by, async (tx) => {
    const list = sql.join(
      whom.map((memberId) => sql`${memberId}::uuid`),
      sql`, `,
    );
    const rows = await tx.execute<{ member_id: string }>(
      sql`select member_id from room_entered(${id}::uuid, array[${list}]::uuid[]) as entered (member_id)`,
    );
    return rows.map(({ member_id }) => member_id);
  });
