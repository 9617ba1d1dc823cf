import { createHmac, timingSafeEqual } from "node:crypto";
import { type ChoosableKind, choosableKinds } from "~/domain/notices/notice";

/** What the address in a mail stops: a kind of notice, or whatever comes in digests. */
export type Stopped = ChoosableKind | "digest";
type Named = { memberId: string; what: Stopped };

const mac = (text: string, key: Uint8Array) =>
  createHmac("sha256", key).update(text).digest().subarray(0, 20);

/** Always the same for a member and a kind, so that a mail sent again says the same. It opens nothing and reads nothing. */
export function unsubscribeToken({ memberId, what, key }: Named & { key: Uint8Array }) {
  const text = `${memberId}:${what}`;
  return `${Buffer.from(text).toString("base64url")}.${mac(text, key).toString("base64url")}`;
}

export function readUnsubscribeToken(token: string, key: Uint8Array): Named | undefined {
  const [text = "", code = ""] = token.split(".").map((part) => Buffer.from(part, "base64url"));
  const said = text.toString();
  const expected = mac(said, key);
  if (code.length !== expected.length || !timingSafeEqual(Buffer.from(code), expected)) return undefined;
  const [memberId = "", what] = said.split(":");
  const known = [...choosableKinds, "digest" as const].find((one) => one === what);
  return known && { memberId, what: known };
}
