import { seal, unseal } from "./seal.server";

/** A key of one thing, as the database keeps it: opened only with this installation's secret, and only as that thing's. */
export const sealKey = (key: Buffer, { under, about }: { under: Uint8Array; about: string }) =>
  seal(key.toString("base64"), { key: under, about });

export function openKey(sealed: Uint8Array, { under, about }: { under: Uint8Array; about: string }): Buffer {
  const opened = unseal(sealed, { key: under, about });
  if (opened === undefined)
    throw new Error(`the key of ${about.split(":")[0]} was sealed with another secret`);
  return Buffer.from(opened, "base64");
}
