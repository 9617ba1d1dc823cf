import { existsSync } from "node:fs";
import { join } from "node:path";
import { openAuditKey } from "~/domain/audit/audit-key.server";
import { type Fault, verifyAudit } from "~/domain/audit/verify-audit.server";
import { readWitness, witnessFile } from "~/domain/audit/witness.server";
import { env } from "~/env.server";
import { connect } from "~db/client.server";
import { reachServer } from "~db/open.server";

const says: Record<Fault["kind"], (fault: Fault) => string> = {
  content_changed: ({ seq }) => `event ${seq}: its text is not the one that was hashed: it was edited`,
  columns_differ: ({ seq }) =>
    `event ${seq}: its columns do not say what its hashed text says: it was edited`,
  link_broken: ({ seq }) =>
    `event ${seq}: does not follow event ${seq - 1}: one of the two was put in, moved or rewritten`,
  events_missing: ({ seq, to }) => (to === seq ? `event ${seq}: deleted` : `events ${seq} to ${to}: deleted`),
  events_uncounted: () => "the table holds rows that are no link of the chain: they were put in",
  head_missing: () => "the record of where the log ends is missing or there are several: it was removed",
  head_differs: ({ seq }) =>
    `event ${seq}: the log does not end where its head says: the tail was cut or added`,
  signed_hash_differs: ({ seq }) =>
    `event ${seq}: its hash is not the one that was signed: the log was rewritten up to here`,
  signed_end_missing: ({ seq }) =>
    `event ${seq}: was signed and is not there: the tail was cut or the log emptied`,
  checkpoint_forged: ({ seq }) =>
    `checkpoint ${seq}: its signature is not by the key that it names: it was forged`,
  checkpoint_key_unknown: ({ seq }) =>
    `checkpoint ${seq}: signed by a key that is not known here: forged, or RIBERA_AUDIT_KEY is another one`,
  checkpoint_removed: ({ seq }) => `checkpoint ${seq}: witnessed outside the database and gone from it`,
  witness_unreadable: ({ seq }) => `line ${seq} of the witness file is not what was written there`,
};

process.exitCode = await verify().catch((error: unknown) => {
  console.error(`The audit log could not be verified. ${error instanceof Error ? error.message : error}`);
  return 2;
});

async function verify() {
  const { dataDir, databaseUrl, auditKey } = env();
  if (!databaseUrl && !existsSync(join(dataDir, "postgres"))) {
    throw new Error(`There is no database in ${dataDir}. Set RIBERA_DATA_DIR or DATABASE_URL.`);
  }
  const server = await reachServer(env(), {
    patience: 10_000,
    onProgress: (line) => console.error(line),
  });
  const pool = connect(server.ownerUrl, { max: 1 });
  try {
    const file = witnessFile(dataDir);
    const witness = await readWitness(file);
    const keys = new Map<string, Awaited<ReturnType<typeof openAuditKey>>["publicKey"]>();
    if (auditKey || existsSync(join(dataDir, "audit-key.pem"))) {
      const key = await openAuditKey({ dataDir, pem: auditKey });
      keys.set(key.id, key.publicKey);
    }

    const found = await verifyAudit(pool.db, {
      witness: witness ?? { checkpoints: [], keys: new Map(), unreadable: [] },
      keys,
    });
    if (found.faults.length > 0) {
      console.log(`The audit log is broken in ${found.faults.length} places:`);
      for (const fault of found.faults.slice(0, 50)) console.log(`  ${says[fault.kind](fault)}`);
      if (found.faults.length > 50) console.log(`  and ${found.faults.length - 50} more`);
      return 1;
    }
    if (!witness && found.events > 0) {
      throw new Error(
        `The chain holds together, but the witness ${file} is missing, and without it a cut tail cannot be told. ` +
          "Run this where the witness is kept, or put it back.",
      );
    }
    console.log(
      `The audit log is whole: ${found.events} events, ${found.checkpoints} signed checkpoints, the last at event ${found.signedUpTo}.`,
    );
    return 0;
  } finally {
    await pool.close();
    await server.close();
  }
}
