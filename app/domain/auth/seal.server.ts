import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";

type Sealing = { key: Uint8Array; about: string };

/** AES-256-GCM. `about` is not hidden but bound: what was sealed about one thing does not open about another. */
export const seal = (text: string, sealing: Sealing): Buffer => sealBytes(Buffer.from(text, "utf8"), sealing);

export function sealBytes(bytes: Uint8Array, { key, about }: Sealing): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Undefined for what was not sealed with this key about this thing; so the next. */
export const unseal = (sealed: Uint8Array, sealing: Sealing): string | undefined =>
  unsealBytes(sealed, sealing)?.toString("utf8");

export function unsealBytes(sealed: Uint8Array, { key, about }: Sealing): Buffer | undefined {
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
}
