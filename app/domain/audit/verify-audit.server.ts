import { createHash, type KeyObject } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { asc, count, gt, sql } from "drizzle-orm";
import type { Connection, Transaction } from "~db/client.server";
import { auditCheckpoints, auditEvents, auditHead } from "~db/schema";
import { type Checkpoint, isSignedBy } from "./checkpoint.server";
import type { Witness } from "./witness.server";

export type FaultKind =
  | "content_changed"
  | "columns_differ"
  | "link_broken"
  | "events_missing"
  | "events_uncounted"
  | "head_missing"
  | "head_differs"
  | "signed_hash_differs"
  | "signed_end_missing"
  | "checkpoint_forged"
  | "checkpoint_key_unknown"
  | "checkpoint_removed"
  | "witness_unreadable";

export type Fault = {
  kind: FaultKind;
  /** The event concerned; for `witness_unreadable` the line. */
  seq: number;
  /** `events_missing`: the last missing one. */
  to?: number;
};

export type Verification = { events: number; checkpoints: number; signedUpTo: number; faults: Fault[] };

type Given = {
  witness: Witness;
  /** Public keys of checkpoints by id, beside those that the witness names. */
  keys: Map<string, KeyObject>;
};

const genesis = createHash("sha256").update("ribera").digest();
const pageSize = 2000;

/** Walks the whole log in one snapshot, as a role that may read all of it, and trusts nothing that the database reckoned. */
export function verifyAudit(db: Connection, { witness, keys }: Given): Promise<Verification> {
  return db.transaction(
    async (tx) => {
      const known = new Map([...witness.keys, ...keys]);
      const inTable = await checkpointsOf(tx);
      const signed = [...inTable, ...witness.checkpoints];

      const { faults, last, walked } = await walk(tx, signed);
      faults.push(...(await headFaults(tx, last)));

      const [rows] = await tx.select({ n: count() }).from(auditEvents);
      if (rows?.n !== walked) faults.push({ kind: "events_uncounted", seq: last.seq });

      const tableSeqs = new Set(inTable.map(({ seq }) => seq));
      for (const checkpoint of signed) {
        const { seq } = checkpoint;
        const key = known.get(checkpoint.keyId);
        if (!key) faults.push({ kind: "checkpoint_key_unknown", seq });
        else if (!isSignedBy(checkpoint, key)) faults.push({ kind: "checkpoint_forged", seq });
        if (seq > last.seq) faults.push({ kind: "signed_end_missing", seq });
        if (!tableSeqs.has(seq)) faults.push({ kind: "checkpoint_removed", seq });
      }
      for (const seq of witness.unreadable) faults.push({ kind: "witness_unreadable", seq });

      return {
        events: walked,
        checkpoints: new Set(signed.map(({ seq }) => seq)).size,
        signedUpTo: Math.max(0, ...signed.map(({ seq }) => seq)),
        faults: onlyOnce(faults),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

type Link = { seq: number; hash: Buffer };

async function walk(tx: Transaction, signed: Checkpoint[]) {
  const faults: Fault[] = [];
  const signedHashes = groupBySeq(signed);
  let last: Link = { seq: 0, hash: genesis };
  let walked = 0;

  for (;;) {
    const page = await eventsAfter(tx, last.seq);
    for (const event of page) {
      const hash = Buffer.from(event.hash);
      const previous = Buffer.from(event.previousHash);
      if (event.seq !== last.seq + 1) {
        faults.push({ kind: "events_missing", seq: last.seq + 1, to: event.seq - 1 });
      } else if (!previous.equals(last.hash)) {
        faults.push({ kind: "link_broken", seq: event.seq });
      }
      const reckoned = createHash("sha256").update(previous).update(event.canonical).digest();
      if (!reckoned.equals(hash)) faults.push({ kind: "content_changed", seq: event.seq });
      if (!saysWhatColumnsSay(event)) faults.push({ kind: "columns_differ", seq: event.seq });
      for (const checkpoint of signedHashes.get(event.seq) ?? []) {
        if (!checkpoint.hash.equals(hash)) faults.push({ kind: "signed_hash_differs", seq: event.seq });
      }
      last = { seq: event.seq, hash };
      walked += 1;
    }
    if (page.length < pageSize) return { faults, last, walked };
  }
}

const eventsAfter = (tx: Transaction, seq: number) =>
  tx
    .select({
      seq: auditEvents.seq,
      at: auditEvents.at,
      memberId: auditEvents.memberId,
      organisationId: auditEvents.organisationId,
      action: auditEvents.action,
      subjectKind: auditEvents.subjectKind,
      subjectId: auditEvents.subjectId,
      detail: sql<string>`${auditEvents.detail}::text`,
      canonical: auditEvents.canonical,
      previousHash: auditEvents.previousHash,
      hash: auditEvents.hash,
    })
    .from(auditEvents)
    .where(gt(auditEvents.seq, seq))
    .orderBy(asc(auditEvents.seq))
    .limit(pageSize);

type Event = Awaited<ReturnType<typeof eventsAfter>>[number];

/** The hashed text is what the columns say: an edit of either alone shows. */
function saysWhatColumnsSay(event: Event) {
  if (!event.canonical.endsWith(`, ${event.detail}]`)) return false;
  try {
    const [seq, at, member, organisation, action, kind, id] = JSON.parse(event.canonical);
    return isDeepStrictEqual(
      [seq, at, member, organisation, action, kind, id],
      [
        ...[event.seq, event.at.toISOString(), event.memberId, event.organisationId],
        ...[event.action, event.subjectKind, event.subjectId],
      ],
    );
  } catch {
    return false;
  }
}

async function headFaults(tx: Transaction, last: Link): Promise<Fault[]> {
  const heads = await tx.select().from(auditHead);
  const [head] = heads;
  if (!head || heads.length > 1) return [{ kind: "head_missing", seq: last.seq }];
  if (head.seq === last.seq && Buffer.from(head.hash).equals(last.hash)) return [];
  return [{ kind: "head_differs", seq: Math.max(head.seq, last.seq) }];
}

async function checkpointsOf(tx: Transaction): Promise<Checkpoint[]> {
  const rows = await tx.select().from(auditCheckpoints).orderBy(asc(auditCheckpoints.seq));
  return rows.map((row) => ({
    ...row,
    hash: Buffer.from(row.hash),
    signature: Buffer.from(row.signature),
  }));
}

function groupBySeq(checkpoints: Checkpoint[]) {
  const groups = new Map<number, Checkpoint[]>();
  for (const checkpoint of checkpoints) {
    const group = groups.get(checkpoint.seq);
    if (group) group.push(checkpoint);
    else groups.set(checkpoint.seq, [checkpoint]);
  }
  return groups;
}

const onlyOnce = (faults: Fault[]) => [
  ...new Map(faults.map((fault) => [`${fault.kind} ${fault.seq}`, fault])).values(),
];
