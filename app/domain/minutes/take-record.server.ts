import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { listCommitments } from "~/domain/commitments/commitments.server";
import { findRoom } from "~/domain/floor/room.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { findTerms } from "~/domain/roundtables/terms.server";
import { noteDisclosure } from "~/domain/vaults/note-disclosure.server";
import { findVault } from "~/domain/vaults/vaults.server";
import type { Db } from "~db/client.server";
import { members, organisations } from "~db/schema";
import { readMinutes } from "./minutes.server";

type Taking = { roundtableId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Gives out a copy of all that its reader may read of a session, with their name on it, and writes down that it left the room. */
export function takeRecord(db: Db, { roundtableId, keys, by, at }: Taking) {
  return asActor(db, by, async (tx) => {
    const asking = { id: roundtableId, keys };
    const minutes = await readMinutes(tx, by, asking);
    const room = await findRoom(tx, by, { ...asking, after: 0, at });
    const terms = await findTerms(tx, by, asking);
    const vault = await findVault(tx, by, asking);
    if (!minutes || !room || !terms || !vault || !isMember(by)) return refused("not_found");
    const commitments = await listCommitments(tx, by, { keys, roundtableId });
    const [reader] = await tx
      .select({ name: members.name, organisation: organisations.shortName })
      .from(members)
      .innerJoin(organisations, eq(organisations.id, members.organisationId))
      .where(eq(members.id, by.memberId));
    if (!reader) return refused("not_found");
    await noteDisclosure(tx, { roundtableId, what: "record", by, at });
    return done({ minutes, room, terms, commitments, digest: vault.seal?.digest ?? null, reader, at });
  });
}
export type TakenRecord = Extract<Awaited<ReturnType<typeof takeRecord>>, { ok: true }>["value"];
