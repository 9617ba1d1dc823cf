import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import type { Transaction } from "~db/client.server";

type Disclosure = {
  roundtableId: string;
  what: "record" | "minutes" | "file";
  /** The file. */
  about?: string;
  by: Member;
  at: Date;
};

/** Writes down that a copy leaves the room, in the transaction that gives it out: no copy without its line. */
export async function noteDisclosure(tx: Transaction, { roundtableId, what, about, by, at }: Disclosure) {
  await tx.execute(sql`insert into roundtable_disclosures (roundtable_id, member_id, organisation_id, what, about, at)
    values (${roundtableId}::uuid, ${by.memberId}::uuid, ${by.organisationId}::uuid, ${what}, ${about ?? null}::uuid, ${at.toISOString()}::timestamptz)`);
  await recordInRoom(tx, { roundtableId, action: `${what}.taken`, about, at });
}
