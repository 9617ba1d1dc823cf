import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

export type RunningProcess = { id: string; kind: "server" | "jobs"; node: string; startedAt: Date };

/** This process runs; what has not been seen for a day is forgotten. */
export async function noteProcess(
  db: Db,
  { id, kind, node, startedAt, memoryMb, at }: RunningProcess & { memoryMb: number; at: Date },
) {
  await db.execute(
    sql`select process_seen(${id}::uuid, ${kind}, ${node}, ${startedAt.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz, ${memoryMb}::int)`,
  );
}
