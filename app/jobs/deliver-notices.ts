import { now } from "~/clock.server";
import { deliverNotices as deliver } from "~/domain/digests/deliver-notices.server";
import { postLocally } from "~/domain/digests/local-mail.server";
import type { Post } from "~/domain/digests/mail";
import { postByResend } from "~/domain/digests/post-by-resend.server";
import { takeTurn } from "~/domain/digests/take-turn.server";
import { tellNews } from "~/domain/digests/tell-news.server";
import type { TakenNotice } from "~/domain/notices/notice";
import type { Environment } from "~/env.server";
import { composeMail } from "../../emails/compose-mail";
import { mailAddress } from "./mail-address.server";
import type { Job } from "./run-jobs.server";

export const deliverEveryMs = 250;

/** Four times a second: what is due in the outbox. Without a mail service the demo's mailbox takes it; elsewhere it waits (decision 130). */
export function deliverNotices(environment: Environment): Job {
  const { demo, mail } = environment;
  const service = mail && postByResend(mail);
  return {
    name: "deliver-notices",
    everyMs: deliverEveryMs,
    async run(db, at, signal) {
      const paced: Post | undefined =
        service && ((one) => takeTurn(db, { perSecond: mail.perSecond, signal }, () => service(one)));
      const post = paced ?? (demo ? postLocally(db, at) : undefined);
      if (!post) {
        await tellNews(db, at);
        return;
      }
      const address = await mailAddress(environment);
      const compose = (notice: TakenNotice) => composeMail(notice, address);
      // What many wait for takes many turns; what is new meanwhile joins in.
      for (let when = at, left = true; left; when = now()) {
        await tellNews(db, when);
        const settled = await deliver(db, { compose, post, at: when, random: Math.random });
        left = !signal?.aborted && Object.values(settled).some((count) => count > 0);
      }
    },
  };
}
