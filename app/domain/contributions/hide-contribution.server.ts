import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roomContributions } from "~db/schema";
import type { GivenReason, HidingReason } from "./contribution";
import { lockContribution } from "./lock-contribution.server";

type Hiding = {
  roundtableId: string;
  contributionId: string;
  reason: HidingReason;
  note: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Takes what was said out of everybody's sight, with the reason in its place. It stays in the sealed record. */
export async function hideContribution(
  db: Db,
  { roundtableId, contributionId, reason, note, keys, by, at }: Hiding,
) {
  const words = storable(note.trim());
  const screened = await stopIdentifiers(db, { texts: [words], at });
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!screened.ok) return screened;
    const held = await lockContribution(tx, { roundtableId, contributionId });
    if (!held) return refused("not_found");
    if (held.hiddenAt) return refused("hidden_already");
    const given: GivenReason<HidingReason> = { reason, note: words };
    await tx
      .update(roomContributions)
      .set({
        hiddenBy: room.by.memberId,
        hiddenAt: at,
        hiding: room.sealed.seal(`hiding:${contributionId}`, given),
      })
      .where(eq(roomContributions.id, contributionId));
    await recordInRoom(tx, { roundtableId, action: "contribution.hidden", about: contributionId, at });
    return done({ id: contributionId });
  });
}
