import { hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A key of its own for each purpose, so that what is made with one opens nothing of another. */
export type SecretKeys = {
  (purpose: Purpose): Buffer;
  /** The key of that fingerprint which seals the keys of rooms, where it is not derived from the secret. */
  masterKey?(fingerprint: string): Promise<Buffer | undefined>;
};

type Purpose =
  | "invitation"
  | "totp"
  | "totp-setup"
  | "recovery"
  | "attempts"
  | "mark"
  | "round"
  | "room"
  | "unsubscribe";

/** The given secret (32 bytes in base64), else one made once in the data folder; other keys are derived from it. */
export async function openSecretKeys({
  dataDir,
  secret,
}: {
  dataDir: string;
  secret: string | undefined;
}): Promise<SecretKeys> {
  const root = Buffer.from(secret ?? (await keptSecret(dataDir)), "base64");
  if (root.length < 32) throw new Error("the secret key is shorter than 32 bytes");
  return (purpose) => Buffer.from(hkdfSync("sha256", root, "ribera", purpose, 32));
}

async function keptSecret(dataDir: string) {
  const file = join(dataDir, "secret-key");
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) return kept;

  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  // Linked into place whole: of two processes that start at once one wins, and both read its key.
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, randomBytes(32).toString("base64"), { mode: 0o600 });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(fresh);
  return readFile(file, "utf8");
}
