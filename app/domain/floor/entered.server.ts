import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

type Asked = { id: string; whom: string[] };

/** Which of these members are at the table just now and entered it; nobody where the asker is not. */
export const listEntered = (db: Db, by: Member, { id, whom }: Asked): Promise<string[]> =>
  asViewer(db, by, async (tx) => {
    // As one parameter: however many they are, it is one prepared statement.
    const rows = await tx
      .select({ memberId: sql<string>`member_id` })
      .from(sql`room_entered(${id}::uuid, ${`{${whom.join()}}`}::text::uuid[]) as entered (member_id)`)
      .prepare("room_entered")
      .execute();
    return rows.map(({ memberId }) => memberId);
  });
