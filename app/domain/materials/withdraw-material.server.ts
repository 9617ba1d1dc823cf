import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import type { Db } from "~db/client.server";
import { roundtableMaterials } from "~db/schema";

type Withdrawing = { roundtableId: string; materialId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Takes back what was sent ahead; it stays in the sealed record. */
export function withdrawMaterial(db: Db, { roundtableId, materialId, keys, by, at }: Withdrawing) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const [taken] = await tx
      .update(roundtableMaterials)
      .set({ withdrawnBy: entered.value.by.memberId, withdrawnAt: at })
      .where(
        and(
          eq(roundtableMaterials.id, materialId),
          eq(roundtableMaterials.roundtableId, roundtableId),
          isNull(roundtableMaterials.withdrawnAt),
        ),
      )
      .returning({ id: roundtableMaterials.id });
    if (!taken) return refused("not_found");
    await recordInRoom(tx, { roundtableId, action: "material.withdrawn", about: materialId, at });
    return done({ id: materialId });
  });
}
