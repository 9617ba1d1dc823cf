import type { AppLoadContext } from "@remix-run/node";
import { findAddressReader } from "~/domain/auth/find-address-reader.server";
import { lookUpSecret } from "~/domain/auth/look-up-secret.server";
import type { AddressKind } from "~/domain/auth/own-sign-in.server";
import { db } from "~db/client.server";
import { notFound } from "./outcomes";
import { secretKeys } from "./secret-keys.server";

const purposes = { calendar: "calendar", advisories: "feed" } as const;

type Asked = { kind: AddressKind; token: string; context: AppLoadContext; at: Date };

/** Whose secret an address holds; thrown where it opens nothing, and where too many that opened nothing came from. */
export async function requireAddressReader({ kind, token, context, at }: Asked) {
  const key = (await secretKeys())("attempts");
  const { address } = context;
  const found = await lookUpSecret(db, { purpose: purposes[kind], address, key }, () =>
    findAddressReader(db, { kind, token, at }),
  );
  if (found.ok) return found.value;
  if (found.reason === "too_many_attempts")
    throw new Response(null, { status: 429, headers: { "Retry-After": "900" } });
  throw notFound();
}

/** Headers of what such an address answers. */
export const privateFile = (type: string, language: string) => ({
  "Content-Type": `${type}; charset=utf-8`,
  "Content-Language": language,
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
});
