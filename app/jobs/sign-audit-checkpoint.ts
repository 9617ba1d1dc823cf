import { type AuditKey, openAuditKey } from "~/domain/audit/audit-key.server";
import { signCheckpoint } from "~/domain/audit/sign-checkpoint.server";
import { readWitness, witnessFile } from "~/domain/audit/witness.server";
import type { Job } from "./run-jobs.server";

type Where = { dataDir: string; auditKey: string | undefined };

/**
 * Signs where the audit log ends as often as it has grown, and at the end.
 * What is younger than the newest checkpoint is what a removal of the log's tail could hide.
 */
export function signAuditCheckpoint({ dataDir, auditKey }: Where): Job {
  const witness = witnessFile(dataDir);
  let key: AuditKey | undefined;
  let signedSeq = 0;

  return {
    name: "sign-audit-checkpoint",
    everyMs: 5000,
    atTheEnd: true,
    async run(db, at) {
      if (!key) {
        const kept = (await readWitness(witness))?.checkpoints ?? [];
        signedSeq = Math.max(0, ...kept.map(({ seq }) => seq));
        key = await openAuditKey({ dataDir, pem: auditKey });
      }
      const signed = await signCheckpoint(db, { key, witness, signedSeq, at });
      if (signed.ok && signed.value) signedSeq = signed.value.seq;
    },
  };
}
