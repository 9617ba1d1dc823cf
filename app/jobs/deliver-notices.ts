import { deliverNotices as deliver } from "~/domain/digests/deliver-notices.server";
import { postLocally } from "~/domain/digests/local-mail.server";
import { postByResend } from "~/domain/digests/post-by-resend.server";
import { invitationToken } from "~/domain/invitations/invitation-token.server";
import type { Environment } from "~/env.server";
import { secretKeys } from "~/http/secret-keys.server";
import { composeMail } from "../../emails/compose-mail";
import type { Job } from "./run-jobs.server";

/** Every second: what is due in the outbox. Without a mail service the demo's mailbox takes it; elsewhere it waits (decision 130). */
export function deliverNotices({ origin, demo, resendApiKey, resendBaseUrl, mailFrom }: Environment): Job {
  const service =
    resendApiKey === undefined
      ? undefined
      : postByResend({ apiKey: resendApiKey, baseUrl: resendBaseUrl, from: mailFrom });
  return {
    name: "deliver-notices",
    everyMs: 1000,
    async run(db, at) {
      const post = service ?? (demo ? postLocally(db, at) : undefined);
      if (!post) return;
      const key = (await secretKeys())("invitation");
      const address = {
        origin,
        tokenOf: (invitation: { id: string; generation: number }) => invitationToken({ ...invitation, key }),
      };
      const compose = (notice: Parameters<typeof composeMail>[0]) => composeMail(notice, address);
      await deliver(db, { compose, post, at, random: Math.random });
    },
  };
}
