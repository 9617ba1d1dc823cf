import { createPublicKey, type KeyObject } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type AuditKey, keyId } from "./audit-key.server";
import type { Checkpoint } from "./checkpoint.server";

const bytes = z.base64().transform((text) => Buffer.from(text, "base64"));

const line = z.object({
  seq: z.int().positive(),
  at: z.iso.datetime().transform((text) => new Date(text)),
  hash: z.hex().transform((text) => Buffer.from(text, "hex")),
  signature: bytes,
  publicKey: bytes,
});

export type Witness = {
  checkpoints: Checkpoint[];
  keys: Map<string, KeyObject>;
  /** Numbers, from 1, of lines that are not what was written. */
  unreadable: number[];
};

export const witnessFile = (dataDir: string) => join(dataDir, "audit-checkpoints.jsonl");

/** The checkpoints kept outside the database; undefined when there is no such file. */
export async function readWitness(file: string): Promise<Witness | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;

  const witness: Witness = { checkpoints: [], keys: new Map(), unreadable: [] };
  for (const [index, written] of text.split("\n").entries()) {
    if (written === "") continue;
    try {
      const { publicKey, ...checkpoint } = line.parse(JSON.parse(written));
      const key = createPublicKey({ key: publicKey, type: "spki", format: "der" });
      const id = keyId(key);
      witness.keys.set(id, key);
      witness.checkpoints.push({ ...checkpoint, keyId: id });
    } catch {
      witness.unreadable.push(index + 1);
    }
  }
  return witness;
}

/** Appends one line and waits until it is on the disk. */
export async function appendToWitness(file: string, key: AuditKey, checkpoint: Checkpoint) {
  await mkdir(dirname(file), { recursive: true, mode: 0o711 });
  const written = {
    seq: checkpoint.seq,
    at: checkpoint.at.toISOString(),
    hash: checkpoint.hash.toString("hex"),
    signature: checkpoint.signature.toString("base64"),
    publicKey: key.publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  };
  const handle = await open(file, "a", 0o600);
  try {
    await handle.appendFile(`${JSON.stringify(written)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
