import { allOrNothing } from "~/domain/all-or-nothing.server";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { keepPasskey } from "./keep-passkey.server";
import { noteSignInChange } from "./note-sign-in-change.server";
import type { Site } from "./site";
import { verifyMadePasskey } from "./verify-passkey.server";

type Added = {
  by: { memberId: string; sessionId: string };
  answer: string;
  /** What the member calls it. */
  name: string;
  site: Site;
  at: Date;
};

export async function addPasskey(db: Db, { by, answer, name, site, at }: Added) {
  const passkey = await verifyMadePasskey(db, { answer, site, purpose: "add", subject: by.sessionId });
  if (!passkey) return refused("passkey_not_made");
  return allOrNothing(db, by, async (tx) => {
    const kept = await keepPasskey(tx, { passkey, name, at });
    if (!kept.ok) return kept;
    await noteSignInChange(tx, { by, change: "passkey-added", at });
    return done(kept.value);
  });
}
