import { and, desc, eq } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { roundtableAcceptances, roundtables, roundtableTerms } from "~db/schema";
import { findRoomSeal } from "./room-seal.server";
import type { Agenda } from "./roundtable.form";
import { findStanding } from "./seated.server";
import { standardTerms } from "./standard-terms";

type Wanted = { id: string; keys: SecretKeys };

export type FoundTerms = NonNullable<Awaited<ReturnType<typeof findTerms>>>;

/** What one accepts to enter, in both languages, and the receipt of whoever did. Before it is convened: what will be sent. */
export function findTerms(db: Db, viewer: Viewer, { id, keys }: Wanted) {
  return asViewer(db, viewer, async (tx) => {
    const [room] = await tx.select().from(roundtables).where(eq(roundtables.id, id));
    const sealed = room && (await findRoomSeal(tx, { roundtableId: id, keys }));
    if (!room || !sealed || !isMember(viewer)) return undefined;
    const [terms] = await tx
      .select()
      .from(roundtableTerms)
      .where(eq(roundtableTerms.roundtableId, id))
      .orderBy(desc(roundtableTerms.version))
      .limit(1);
    const agenda = sealed.open<Agenda>("agenda", room.agenda);
    const [receipt] = await tx
      .select({
        version: roundtableAcceptances.version,
        language: roundtableAcceptances.language,
        hash: roundtableAcceptances.hash,
        acceptedAt: roundtableAcceptances.acceptedAt,
      })
      .from(roundtableAcceptances)
      .where(
        and(eq(roundtableAcceptances.roundtableId, id), eq(roundtableAcceptances.memberId, viewer.memberId)),
      )
      .orderBy(desc(roundtableAcceptances.version))
      .limit(1);
    return {
      title: agenda.title,
      version: terms?.version ?? 0,
      words: terms ? sealed.open<Text>(`terms:${terms.version}`, terms.words) : standardTerms(agenda),
      hash: terms ? { es: terms.hashEs, en: terms.hashEn } : null,
      convened: room.convenedAt !== null,
      cancelled: room.cancelledAt !== null,
      /** Of the last version that the viewer accepted. */
      receipt: receipt ?? null,
      ...(await findStanding(tx, id)),
    };
  });
}
