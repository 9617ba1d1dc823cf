import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { roundtableParts } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import { mayChair } from "./roundtable.policy";

type Ending = { roundtableId: string; partId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Takes a colleague out of the room at once; what they cleared stays. Each authority keeps a chair. */
export function endPart(db: Db, { roundtableId, partId, keys, by, at }: Ending) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    const held = room?.parts.find(({ id }) => id === partId);
    if (!room || !held) return refused("not_found");
    if (!mayChair(by, room) || held.authorityId !== by.organisationId) return refused("not_allowed");
    const chairs = room.parts.filter(
      ({ part, authorityId }) => part === "chair" && authorityId === by.organisationId,
    );
    if (held.part === "chair" && chairs.length === 1) return refused("last_chair");

    // Recorded while whoever leaves by their own hand is still in the room.
    await recordInRoom(tx, { roundtableId, action: "part.ended", about: partId, at });
    await tx
      .update(roundtableParts)
      .set({ endedBy: by.memberId, endedAt: at })
      .where(eq(roundtableParts.id, partId));
    return done({ id: partId });
  });
}
