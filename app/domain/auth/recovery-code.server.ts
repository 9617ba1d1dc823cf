import { createHmac } from "node:crypto";

// Crockford's: no letter that could be read as another.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const codesAtOnce = 10;
export const bytesPerCode = 16;

/** Eighty bits, in four groups that people can copy by hand. `random`: `bytesPerCode` bytes. */
export const recoveryCode = (random: Uint8Array) =>
  [...random.subarray(0, bytesPerCode)]
    .map((byte) => letters[byte % letters.length])
    .join("")
    .replace(/(.{4})(?=.)/g, "$1-");

/** As it was meant, however it was typed. */
const normal = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");

export const hashOfCode = (typed: string, { key, memberId }: { key: Uint8Array; memberId: string }) =>
  createHmac("sha256", key)
    .update(`${memberId}:${normal(typed)}`)
    .digest();
