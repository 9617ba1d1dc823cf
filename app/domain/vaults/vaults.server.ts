import { desc, eq, sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { findRoomSeal } from "~/domain/roundtables/room-seal.server";
import { purgeDate } from "~/domain/roundtables/roundtable";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { roundtableSeals, roundtables } from "~db/schema";
import { type HoldStep, standingOf } from "./vault";

type Asking = { id: string; keys: SecretKeys };
export type FoundVault = NonNullable<Awaited<ReturnType<typeof findVault>>>;

/** How long a room's record is kept, whether it is whole, who holds it and who took copies; after its purge the proof alone. */
export function findVault(db: Db, viewer: Viewer, { id, keys }: Asking) {
  return asViewer(db, viewer, async (tx) => {
    const [row] = await tx.select().from(roundtables).where(eq(roundtables.id, id));
    if (!row || !isMember(viewer)) return undefined;
    const sealed = await findRoomSeal(tx, { roundtableId: id, keys });
    const words = await listHoldWords(tx, id);
    const [held] = await tx.execute<{ yes: boolean }>(sql`select roundtable_held(${id}::uuid) as yes`);
    return {
      id,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      retentionDays: row.retentionDays,
      purgeAt: purgeDate(row),
      convenedAt: row.convenedAt,
      cancelledAt: row.cancelledAt,
      endedAt: row.endedAt,
      closedAt: row.closedAt,
      purgedAt: row.purgedAt,
      held: held?.yes ?? false,
      /** Empty to whoever does not convene. */
      holdWords: words.map(({ reason, ...word }) => ({
        ...word,
        reason: sealed ? sealed.open<string>("hold", reason) : "",
      })),
      standing: standingOf(words),
      seal: await findSeal(tx, row),
      proof: await listProof(tx, id),
      disclosures: await listDisclosures(tx, id),
    };
  });
}

async function listHoldWords(tx: Transaction, id: string) {
  const rows = await tx.execute<{
    hold: string;
    step: HoldStep;
    member_id: string;
    name: string;
    organisation: string;
    said_at: string;
    reason: Uint8Array;
  }>(
    sql`select hold, step, member_id, name, organisation, said_at, reason from roundtable_hold_told(${id}::uuid)`,
  );
  return rows.map(({ member_id, said_at, ...word }) => ({
    ...word,
    memberId: member_id,
    saidAt: new Date(said_at),
  }));
}

/** Reckoned anew from the rows as they stand now; not at all once they are purged. */
async function findSeal(tx: Transaction, { id, purgedAt }: { id: string; purgedAt: Date | null }) {
  const [kept] = await tx.select().from(roundtableSeals).where(eq(roundtableSeals.roundtableId, id));
  if (!kept) return null;
  if (purgedAt) return { digest: kept.digest, parts: [] };
  const parts = await tx.execute<{ part: string; rows: number; whole: boolean }>(
    sql`select part, n as rows, whole from roundtable_seal_check(${id}::uuid)`,
  );
  return { digest: kept.digest, parts: parts.map(({ part, rows, whole }) => ({ part, rows, whole })) };
}

async function listProof(tx: Transaction, id: string) {
  const rows = await tx.execute<{
    action: string;
    at: string;
    digest: string;
    seq: string | null;
    link: string | null;
    whole: boolean;
  }>(sql`select action, at, digest, seq, link, whole from roundtable_proof(${id}::uuid)`);
  return rows.map(({ at, seq, ...one }) => ({
    ...one,
    at: new Date(at),
    seq: seq === null ? null : Number(seq),
  }));
}

async function listDisclosures(tx: Transaction, id: string) {
  const rows = await tx.execute<{
    id: string;
    what: "record" | "minutes" | "file";
    at: string;
    name: string;
    organisation: string;
  }>(sql`select id, what, at, name, organisation from roundtable_disclosures_told(${id}::uuid)`);
  return rows.map(({ at, ...one }) => ({ ...one, at: new Date(at) }));
}

/** To those who convened them: the sessions whose records are destroyed, the latest first. */
export const listPurged = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, async (tx) =>
    isMember(viewer)
      ? tx
          .select({ id: roundtables.id, startsAt: roundtables.startsAt, purgedAt: roundtables.purgedAt })
          .from(roundtables)
          .where(sql`${roundtables.purgedAt} is not null`)
          .orderBy(desc(roundtables.purgedAt), desc(roundtables.id))
      : [],
  );
