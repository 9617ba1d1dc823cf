import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type AuditKey = { id: string; privateKey: KeyObject; publicKey: KeyObject };

/** The Ed25519 key that signs checkpoints: the given PEM, else one made once in the data folder. */
export async function openAuditKey({ dataDir, pem }: { dataDir: string; pem: string | undefined }) {
  return keyFrom(pem ?? (await keptKey(dataDir)));
}

function keyFrom(pem: string): AuditKey {
  const privateKey = createPrivateKey(pem.replaceAll("\\n", "\n"));
  if (privateKey.asymmetricKeyType !== "ed25519") throw new Error("the audit key is not an Ed25519 key");
  const publicKey = createPublicKey(privateKey);
  return { id: keyId(publicKey), privateKey, publicKey };
}

/** Told from the key itself: the start of the SHA-256 of its public half. */
export const keyId = (publicKey: KeyObject) =>
  createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex")
    .slice(0, 16);

async function keptKey(dataDir: string) {
  const file = join(dataDir, "audit-key.pem");
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) return kept;

  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const made = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
  // Linked into place whole: of two processes that start at once one wins, and both read its key.
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, made, { mode: 0o600 });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(fresh);
  return readFile(file, "utf8");
}
