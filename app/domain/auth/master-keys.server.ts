import { hkdfSync, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { SecretKeys } from "./secret-key.server";

export type MasterKeys = {
  /** The key of a fingerprint, if this process has it. */
  find(fingerprint: string): Promise<Buffer | undefined>;
  /** Where keys are made: in the data folder, or by whoever sets the environment. */
  kept: "folder" | "environment";
  /** The fingerprint of a key to go over to: a new one in the data folder, or the environment's. */
  next(): Promise<string>;
  /** Overwrites and removes keys that nothing is sealed by any more. */
  forget(fingerprints: string[]): Promise<void>;
};

type Given = {
  dataDir: string;
  keys: SecretKeys;
  /** RIBERA_SECRET_KEY is set: the data folder is not where this installation keeps keys. */
  secretGiven: boolean;
  /** RIBERA_MASTER_KEY and RIBERA_MASTER_KEY_BEFORE: 32 bytes in base64. */
  given: string | undefined;
  before: string | undefined;
};

/** The name of generation 0, which is derived from the installation's secret. */
export const derived = "secret";

/** Tells keys apart and nothing about them. */
const fingerprintOf = (key: Uint8Array) =>
  Buffer.from(hkdfSync("sha256", key, "ribera", "master-key-fingerprint", 12)).toString("hex");

const fromText = (text: string) => Buffer.from(text, "base64");

export function openMasterKeys({ dataDir, keys, secretGiven, given, before }: Given): MasterKeys {
  const folder = join(dataDir, "master-keys");
  const known = new Map<string, Buffer>([[derived, keys("room")]]);
  for (const text of [given, before]) if (text) known.set(fingerprintOf(fromText(text)), fromText(text));
  const fileOf = (fingerprint: string) => join(folder, fingerprint);

  return {
    kept: given || secretGiven ? "environment" : "folder",
    async find(fingerprint) {
      const held = known.get(fingerprint);
      if (held || !/^[0-9a-f]{24}$/.test(fingerprint)) return held;
      // Another process of this folder may have made it since.
      const text = await readFile(fileOf(fingerprint), "utf8").catch(() => undefined);
      const key = text === undefined ? undefined : fromText(text);
      if (!key || fingerprintOf(key) !== fingerprint) return undefined;
      known.set(fingerprint, key);
      return key;
    },
    async next() {
      if (given) return fingerprintOf(fromText(given));
      if (secretGiven) return derived;
      const key = randomBytes(32);
      const fingerprint = fingerprintOf(key);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(fileOf(fingerprint), key.toString("base64"));
      known.set(fingerprint, key);
      return fingerprint;
    },
    async forget(fingerprints) {
      for (const fingerprint of fingerprints) {
        if (fingerprint !== derived) known.delete(fingerprint);
        await shred(fileOf(fingerprint));
      }
    },
  };
}

/** On the disk before anything is sealed by it: a key that a failing machine forgets takes every room with it. */
async function writeWhole(file: string, text: string) {
  const fresh = `${file}.${process.pid}`;
  const handle = await open(fresh, "w", 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
  await rename(fresh, file);
  const folder = await open(join(file, ".."), "r");
  await folder.sync();
  await folder.close();
}

async function shred(file: string) {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > 0) {
    const handle = await open(file, "r+");
    await handle.write(randomBytes(size), 0, size, 0);
    await handle.sync();
    await handle.close();
  }
  await rm(file, { force: true });
}
