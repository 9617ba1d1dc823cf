import { takeAttempt } from "~/domain/auth/attempts.server";
import { db } from "~db/client.server";
import type { Context } from "./context";
import { secretKeys } from "./secret-keys.server";

/** Counts a look with a receipt's secret, right or wrong alike; refused where there were too many from that address. */
export async function takeReceiptLook({ address }: Pick<Context, "address">) {
  const key = (await secretKeys())("attempts");
  return takeAttempt(db, { purpose: "receipt", address, key });
}
