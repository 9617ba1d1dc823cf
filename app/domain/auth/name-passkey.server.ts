import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import { asViewer, type Db } from "~db/client.server";
import { longestName } from "./keep-passkey.server";

type Named = { by: { memberId: string }; passkeyId: string; name: string; at: Date };

export function namePasskey(db: Db, { by, passkeyId, name, at }: Named) {
  const label = storable(name.trim().slice(0, longestName));
  return asViewer(db, by, async (tx) => {
    if (label === "") return refused("passkey_unnamed");
    const rows = await tx.execute<{ named: boolean }>(
      sql`select own_passkey_name(${passkeyId}::uuid, ${label}) as named`,
    );
    if (!rows[0]?.named) return refused("not_found");
    await recordEvent(tx, { action: "passkey.named", subject: { kind: "member", id: by.memberId }, at });
    return done(undefined);
  });
}
