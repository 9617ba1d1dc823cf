import { unsubscribeToken } from "~/domain/digests/unsubscribe-token.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import { secretKeys } from "~/http/secret-keys.server";
import type { Address } from "../../emails/notices/letter-of";

/** What mails need to lead somewhere: the public origin and the secrets of links, made anew at each sending. */
export async function mailAddress(origin: string): Promise<Address> {
  const keys = await secretKeys();
  const [invitations, unsubscribing] = [keys("invitation"), keys("unsubscribe")];
  return {
    origin,
    tokenOf: (invitation) => invitationToken({ ...invitation, key: invitations }),
    unsubscribeToken: (memberId, what) => unsubscribeToken({ memberId, what, key: unsubscribing }),
  };
}
