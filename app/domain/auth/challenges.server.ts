import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { hashOf } from "./lucia.server";

export type ChallengePurpose = "sign-in" | "confirm" | "add" | "accept";
type Asked = {
  purpose: ChallengePurpose;
  /** The session or invitation from which alone the answer is taken; null where nobody is known yet. */
  subject: string | null;
};

const minutes = 5;

export async function keepChallenge(db: Db, challenge: string, { purpose, subject }: Asked) {
  await db.execute(
    sql`select challenge_keep(${hashOf(challenge)}, ${purpose}, ${subject}::uuid, now() + make_interval(mins => ${minutes}))`,
  );
}

/** True once, and only for the one who was asked. */
export async function takeChallenge(
  db: Db,
  challenge: string,
  { purpose, subject }: Asked,
): Promise<boolean> {
  const rows = await db.execute<{ taken: boolean }>(
    sql`select challenge_take(${hashOf(challenge)}, ${purpose}, ${subject}::uuid) as taken`,
  );
  return rows[0]?.taken ?? false;
}
