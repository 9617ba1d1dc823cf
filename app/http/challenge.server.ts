import { takeAttempt } from "~/domain/auth/attempts.server";
import { db } from "~db/client.server";
import type { Context } from "./context";
import { secretKeys } from "./secret-keys.server";

/** A challenge for the browser's own WebAuthn; each is a row for a while, so an address gets only so many. */
export async function answerChallenge({ address }: Context, ask: () => Promise<object>) {
  const key = (await secretKeys())("attempts");
  const limited = await takeAttempt(db, { purpose: "passkey", address, key });
  const headers = { "Cache-Control": "no-store" };
  if (limited) return Response.json({ reason: limited.reason }, { status: 429, headers });
  return Response.json(await ask(), { headers });
}
