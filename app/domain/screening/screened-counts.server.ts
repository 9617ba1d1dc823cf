import { desc, gte } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { screenedCounts } from "~db/schema";
import { type Kind, kinds } from "./finding";
import { mayReadScreenedCounts } from "./screening.policy";

export type ScreenedCount = { kind: Kind; day: string; count: number };

/** What was stopped in the thirty days before, the newest first; nothing for who may not read it. */
export async function listScreenedCounts(db: Db, viewer: Viewer, at: Date): Promise<ScreenedCount[]> {
  if (!mayReadScreenedCounts(viewer)) return [];
  const since = new Date(at.getTime() - 30 * 86_400_000).toISOString().slice(0, 10);
  const rows = await asViewer(db, viewer, (tx) =>
    tx.select().from(screenedCounts).where(gte(screenedCounts.day, since)).orderBy(desc(screenedCounts.day)),
  );
  const order = (kind: Kind) => kinds.indexOf(kind);
  return rows.sort((one, other) => other.day.localeCompare(one.day) || order(one.kind) - order(other.kind));
}
