import { now } from "~/clock.server";
import { lookUpSecret } from "~/domain/auth/look-up-secret.server";
import { findInvitationByToken } from "~/domain/invitations/invitations.server";
import { db } from "~db/client.server";
import { secretKeys } from "./secret-keys.server";

/** The invitation of a link, as often as links may be tried from one address. */
export async function invitationAt({ address }: { address: string }, token = "") {
  const key = (await secretKeys())("attempts");
  return lookUpSecret(db, { purpose: "invitation-link", address, key }, () =>
    findInvitationByToken(db, { token, at: now() }),
  );
}
