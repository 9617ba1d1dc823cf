import { sql } from "drizzle-orm";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import { asViewer, type Db } from "~db/client.server";
import { longestName } from "./keep-passkey.server";

type Named = { by: { memberId: string }; passkeyId: string; name: string };

export function namePasskey(db: Db, { by, passkeyId, name }: Named) {
  const label = storable(name.trim().slice(0, longestName));
  return asViewer(db, by, async (tx) => {
    if (label === "") return refused("passkey_unnamed");
    const rows = await tx.execute<{ named: boolean }>(
      sql`select own_passkey_name(${passkeyId}::uuid, ${label}) as named`,
    );
    return rows[0]?.named ? done(undefined) : refused("not_found");
  });
}
