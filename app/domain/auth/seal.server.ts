import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";

/** AES-256-GCM. `about` is not hidden but bound: what was sealed about one thing does not open about another. */
export function seal(text: string, { key, about }: { key: Uint8Array; about: string }): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Undefined for what was not sealed with this key about this thing. */
export function unseal(
  sealed: Uint8Array,
  { key, about }: { key: Uint8Array; about: string },
): string | undefined {
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
