import { asc, eq, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { findRoomSeal } from "~/domain/roundtables/room-seal.server";
import type { Agenda } from "~/domain/roundtables/roundtable.form";
import { asViewer, type Db } from "~db/client.server";
import {
  organisations,
  roundtableAuthorities,
  roundtableCommitments,
  roundtableParts,
  roundtables,
} from "~db/schema";
import { maySettleCommitment } from "./commitment.policy";

type Asking = {
  keys: SecretKeys;
  /** Left out: of every room. */
  roundtableId?: string;
};
export type FoundCommitment = Awaited<ReturnType<typeof listCommitments>>[number];

/** What is owed: to those who convene a room all of it, to an organisation its own. What is open comes first, the earliest due before. */
export const listCommitments = (db: Db, viewer: Viewer, { keys, roundtableId }: Asking) =>
  asViewer(db, viewer, async (tx) => {
    if (!isMember(viewer)) return [];
    const rows = await tx
      .select({ one: roundtableCommitments, owner: organisations.shortName, agenda: roundtables.agenda })
      .from(roundtableCommitments)
      .innerJoin(roundtables, eq(roundtables.id, roundtableCommitments.roundtableId))
      .innerJoin(organisations, eq(organisations.id, roundtableCommitments.organisationId))
      .where(roundtableId ? eq(roundtableCommitments.roundtableId, roundtableId) : sql`true`)
      .orderBy(
        sql`${roundtableCommitments.state} <> 'open'`,
        asc(roundtableCommitments.due),
        asc(roundtableCommitments.id),
      );
    const found = [];
    for (const { one, owner, agenda } of rows) {
      const sealed = await findRoomSeal(tx, { roundtableId: one.roundtableId, keys });
      if (!sealed) continue;
      const parts = await tx
        .select({ memberId: roundtableParts.memberId, part: roundtableParts.part })
        .from(roundtableParts)
        .where(
          sql`${roundtableParts.roundtableId} = ${one.roundtableId} and ${roundtableParts.endedAt} is null`,
        );
      found.push({
        id: one.id,
        roundtableId: one.roundtableId,
        session: sealed.open<Agenda>("agenda", agenda).title,
        what: sealed.open<Text>("commitment", one.words),
        organisationId: one.organisationId,
        owner,
        due: one.due,
        state: one.state,
        settledAt: one.settledAt,
        note: one.settlement && sealed.open<string>("settlement", one.settlement),
        isOwn: one.organisationId === viewer.organisationId,
        maySettle:
          one.state === "open" && maySettleCommitment(viewer, { organisationId: one.organisationId, parts }),
      });
    }
    return found;
  });

/** What is still open of earlier sessions that the same authorities convened, to whoever was in those: the session that comes begins with it. */
export const listCarried = (db: Db, viewer: Viewer, { id, keys }: { id: string; keys: SecretKeys }) =>
  asViewer(db, viewer, async (tx) => {
    const open = (await listCommitments(tx, viewer, { keys })).filter(
      ({ state, roundtableId }) => state === "open" && roundtableId !== id,
    );
    if (open.length === 0) return [];
    const rows = await tx.select().from(roundtableAuthorities);
    const convening = (room: string) =>
      rows
        .flatMap(({ roundtableId, authorityId }) => (roundtableId === room ? [authorityId] : []))
        .sort()
        .join();
    return open.filter(({ roundtableId }) => convening(roundtableId) === convening(id));
  });
