import { sql } from "drizzle-orm";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Transaction } from "~db/client.server";
import type { MadePasskey } from "./verify-passkey.server";

export const longestName = 60;

/** Keeps a passkey of the transaction's own member. */
export async function keepPasskey(
  tx: Transaction,
  { passkey, name, at }: { passkey: MadePasskey; name: string; at: Date },
) {
  const ways = sql.param(`{${passkey.transports.join(",")}}`);
  const rows = await tx.execute<{ id: string | null }>(
    sql`select own_passkey_keep(${Buffer.from(passkey.credentialId)}, ${Buffer.from(passkey.publicKey)}, ${passkey.counter},
          ${ways}::text[], ${storable(name.trim().slice(0, longestName))}, ${at.toISOString()}::timestamptz) as id`,
  );
  const id = rows[0]?.id;
  return id ? done({ id }) : refused("passkey_not_taken");
}
