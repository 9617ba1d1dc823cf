import { setTimeout as pause } from "node:timers/promises";
import type { AuditKey } from "~/domain/audit/audit-key.server";
import { signCheckpoint } from "~/domain/audit/sign-checkpoint.server";
import { readWitness, witnessFile } from "~/domain/audit/witness.server";
import type { Db } from "~db/client.server";

type Keeping = {
  key: AuditKey;
  dataDir: string;
  now(): Date;
  /** Called when a checkpoint could not be signed; it is tried again. */
  onError(error: unknown): void;
  everyMs?: number;
};

/**
 * Signs where the audit log ends, at once, then as often as it has grown, and once more at `stop`.
 * What is younger than the newest checkpoint is what a removal of the log's tail could hide.
 */
export async function keepAuditSigned(db: Db, { key, dataDir, now, onError, everyMs = 5000 }: Keeping) {
  const witness = witnessFile(dataDir);
  let signedSeq = Math.max(0, ...((await readWitness(witness))?.checkpoints ?? []).map(({ seq }) => seq));
  const stopping = new AbortController();

  const sign = async () => {
    try {
      const signed = await signCheckpoint(db, { key, witness, signedSeq, at: now() });
      if (signed.ok && signed.value) signedSeq = signed.value.seq;
    } catch (error) {
      onError(error);
    }
  };

  const signing = (async () => {
    while (!stopping.signal.aborted) {
      await sign();
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  return {
    async stop() {
      stopping.abort();
      await signing;
      await sign();
    },
  };
}
