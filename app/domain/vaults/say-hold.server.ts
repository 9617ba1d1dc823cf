import { eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoundtable } from "~/domain/roundtables/lock-roundtable.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { roundtableHoldWords } from "~db/schema";
import { type HoldStep, standingOf } from "./vault";
import { mayHoldRecord } from "./vault.policy";

export type HoldWord = { roundtableId: string; reason: string; keys: SecretKeys; by: Viewer; at: Date };

/** One officer's word for or against a legal hold, with its reason; the second, of another officer, makes it so. */
export async function sayHold(db: Db, step: HoldStep, { roundtableId, reason, keys, by, at }: HoldWord) {
  const screened = await stopIdentifiers(db, { texts: [reason], at });
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayHoldRecord(by, room)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (reason.trim() === "") return refused("hold_reason_missing");
    const { held, asked, askedBy } = standingOf(await wordsOf(tx, roundtableId));
    if (held !== (step === "lift")) return refused(held ? "held_already" : "not_held");
    if (asked === step && askedBy === by.memberId) return refused("other_officer_needed");
    const words = room.sealed.seal("hold", storable(reason.trim()));
    const [said] = await tx.execute<{ held: boolean }>(
      sql`select roundtable_hold_say(${roundtableId}::uuid, ${step}, ${words}::bytea, ${at.toISOString()}::timestamptz) as held`,
    );
    const isSecond = asked === step;
    await recordInRoom(tx, { roundtableId, action: `hold.${step}-${isSecond ? "confirmed" : "asked"}`, at });
    await tellRoom(tx, { roundtableId, whom: room.parts.map(({ memberId }) => memberId), at });
    return done({ held: said?.held ?? held });
  });
}

const wordsOf = (tx: Transaction, roundtableId: string) =>
  tx
    .select({
      hold: roundtableHoldWords.hold,
      step: roundtableHoldWords.step,
      memberId: roundtableHoldWords.memberId,
    })
    .from(roundtableHoldWords)
    .where(eq(roundtableHoldWords.roundtableId, roundtableId));
