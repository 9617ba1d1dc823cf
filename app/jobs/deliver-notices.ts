import { deliverNotices as deliver } from "~/domain/digests/deliver-notices.server";
import { postLocally } from "~/domain/digests/local-mail.server";
import type { Post } from "~/domain/digests/mail";
import { postByResend } from "~/domain/digests/post-by-resend.server";
import { takeTurn } from "~/domain/digests/take-turn.server";
import { tellNews } from "~/domain/digests/tell-news.server";
import type { Environment } from "~/env.server";
import { composeMail } from "../../emails/compose-mail";
import { mailAddress } from "./mail-address.server";
import type { Job } from "./run-jobs.server";

/** Every second: what is due in the outbox. Without a mail service the demo's mailbox takes it; elsewhere it waits (decision 130). */
export function deliverNotices({ origin, demo, mail }: Environment): Job {
  const service = mail && postByResend(mail);
  return {
    name: "deliver-notices",
    everyMs: 1000,
    async run(db, at, signal) {
      await tellNews(db, at);
      const paced: Post | undefined =
        service &&
        (async (one) => {
          await takeTurn(db, { perSecond: mail.perSecond, signal });
          return service(one);
        });
      const post = paced ?? (demo ? postLocally(db, at) : undefined);
      if (!post) return;
      const address = await mailAddress(origin);
      await deliver(db, { compose: (notice) => composeMail(notice, address), post, at, random: Math.random });
    },
  };
}
