import { and, asc, eq, isNull } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { RoomFile } from "~/domain/files/room-file";
import type { Viewer } from "~/domain/members/viewer";
import { findRoomSeal } from "~/domain/roundtables/room-seal.server";
import { findStanding } from "~/domain/roundtables/seated.server";
import { asViewer, type Db } from "~db/client.server";
import { roundtableMaterials } from "~db/schema";
import type { Material } from "./material";

type Wanted = { id: string; keys: SecretKeys };

/** What was sent ahead, to whoever sits at the table and accepted the terms; undefined for anybody else. */
export function listMaterials(db: Db, viewer: Viewer, { id, keys }: Wanted) {
  return asViewer(db, viewer, async (tx): Promise<Material[] | undefined> => {
    const { entered } = await findStanding(tx, id);
    const sealed = entered ? await findRoomSeal(tx, { roundtableId: id, keys }) : undefined;
    if (!sealed) return undefined;
    const rows = await tx
      .select({ id: roundtableMaterials.id, words: roundtableMaterials.words })
      .from(roundtableMaterials)
      .where(and(eq(roundtableMaterials.roundtableId, id), isNull(roundtableMaterials.withdrawnAt)))
      .orderBy(asc(roundtableMaterials.addedAt), asc(roundtableMaterials.id));
    return rows.map((row) => ({ id: row.id, ...sealed.open<RoomFile>(`material:${row.id}`, row.words) }));
  });
}
