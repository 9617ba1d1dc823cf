import { unsubscribeToken } from "~/domain/digests/unsubscribe-token.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import type { Environment } from "~/env.server";
import { secretKeys } from "~/http/secret-keys.server";
import type { Address } from "../../emails/notices/letter-of";

/** What mails need to lead somewhere: the public origin and the secrets of links, made anew at each sending. */
export async function mailAddress({
  origin,
  mailFrom,
}: Pick<Environment, "origin" | "mailFrom">): Promise<Address> {
  const keys = await secretKeys();
  const [invitations, unsubscribing] = [keys("invitation"), keys("unsubscribe")];
  return {
    origin,
    organiser: /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom.trim(),
    tokenOf: (invitation) => invitationToken({ ...invitation, key: invitations }),
    unsubscribeToken: (memberId, what) => unsubscribeToken({ memberId, what, key: unsubscribing }),
  };
}
