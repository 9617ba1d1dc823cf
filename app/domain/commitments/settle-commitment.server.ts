import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoundtable } from "~/domain/roundtables/lock-roundtable.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roundtableCommitments } from "~db/schema";
import { maySettleCommitment } from "./commitment.policy";

type Settling = {
  id: string;
  state: "met" | "dropped";
  /** What was done, or why it is not. */
  note: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Says what became of a commitment: by the organisation that owes it, or a chair. To drop one takes a reason. */
export async function settleCommitment(db: Db, { id, state, note, keys, by, at }: Settling) {
  const screened = await stopIdentifiers(db, { texts: [note], at });
  return asActor(db, by, async (tx) => {
    const [found] = await tx.select().from(roundtableCommitments).where(eq(roundtableCommitments.id, id));
    const room = found && (await lockRoundtable(tx, { roundtableId: found.roundtableId, keys }));
    if (!found || !room) return refused("not_found");
    if (!maySettleCommitment(by, { ...room, organisationId: found.organisationId }))
      return refused("not_allowed");
    if (!screened.ok) return screened;
    if (found.state !== "open") return refused("commitment_settled");
    const words = storable(note.trim());
    if (state === "dropped" && words === "") return refused("hold_reason_missing");
    await tx
      .update(roundtableCommitments)
      .set({
        state,
        settledBy: by.memberId,
        settledAt: at,
        settlement: words === "" ? null : room.sealed.seal("settlement", words),
      })
      .where(eq(roundtableCommitments.id, id));
    const { roundtableId } = found;
    await recordInRoom(tx, { roundtableId, action: `commitment.${state}`, about: id, at });
    await tellRoom(tx, { roundtableId, whom: room.parts.map(({ memberId }) => memberId), at });
    return done({ id });
  });
}
