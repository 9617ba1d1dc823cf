import { sql } from "drizzle-orm";
import type { RoomSeal } from "~/domain/roundtables/room-seal.server";
import type { Transaction } from "~db/client.server";

type Wanted = { pollId: string; sealed: RoomSeal; most: number };

/** How often each choice was made; none yet where nobody has voted. */
export async function countsIn(tx: Transaction, { pollId, sealed, most }: Wanted): Promise<number[]> {
  const [row] = await tx.execute<{ box: Uint8Array | null }>(
    sql`select room_ballot_box(${pollId}::uuid) as box`,
  );
  return row?.box
    ? sealed.open<number[]>(`ballots:${pollId}`, row.box)
    : Array.from({ length: most }, () => 0);
}
