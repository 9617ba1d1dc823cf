import { type KeyObject, sign, verify } from "node:crypto";
import type { AuditKey } from "./audit-key.server";

/** A signed statement: at this time the log ended with this event and this hash. */
export type Checkpoint = { seq: number; at: Date; hash: Buffer; keyId: string; signature: Buffer };

const statement = ({ seq, at, hash }: Pick<Checkpoint, "seq" | "at" | "hash">) =>
  Buffer.from(`ribera audit checkpoint\n${seq}\n${at.toISOString()}\n${hash.toString("hex")}\n`);

export function makeCheckpoint(key: AuditKey, tip: Pick<Checkpoint, "seq" | "at" | "hash">): Checkpoint {
  return { ...tip, keyId: key.id, signature: sign(null, statement(tip), key.privateKey) };
}

export const isSignedBy = (checkpoint: Checkpoint, publicKey: KeyObject) =>
  verify(null, statement(checkpoint), publicKey, checkpoint.signature);
