import { sql } from "drizzle-orm";
import type { NoticeKind } from "~/domain/notices/notice";
import type { Transaction } from "~db/client.server";

type Telling = {
  roundId: string;
  what: Extract<NoticeKind, "round-opened" | "round-extended" | "round-called-off">;
  at: Date;
};

/** Whoever runs a round does not know the people whom it asks: the database writes to them. */
export const tellAsked = (tx: Transaction, { roundId, what, at }: Telling) =>
  tx.execute(sql`select round_tell(${roundId}::uuid, ${what}, ${at.toISOString()}::timestamptz)`);
