import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { findRoom } from "~/domain/floor/room.server";
import { listMaterials } from "~/domain/materials/materials.server";
import type { Viewer } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";

type Wanted = { id: string; keys: SecretKeys; at: Date };

export type Ahead = NonNullable<Awaited<ReturnType<typeof findAhead>>>;

/** What the page of a session shows of it before it opens; null to whoever has not accepted the terms. */
export async function findAhead(db: Db, by: Viewer, { id, keys, at }: Wanted) {
  const materials = await listMaterials(db, by, { id, keys });
  const room = materials && (await findRoom(db, by, { id, after: 0, keys, at }));
  if (!materials || !room) return null;
  const { floor, session } = room;
  return {
    materials,
    chairs: room.chairs,
    opened: floor.opened,
    stands: !floor.cancelled && !floor.over,
    modes: session.modes,
    items: session.items.map(({ title }, n) => ({ title, waits: floor.items[n]?.state === "waiting" })),
    questions: floor.opened ? [] : room.contributions.filter(({ kind }) => kind === "question"),
    votes: floor.votes,
  };
}
