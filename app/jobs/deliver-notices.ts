import { now } from "~/clock.server";
import { deliverNotices as deliver } from "~/domain/digests/deliver-notices.server";
import { tellNews } from "~/domain/digests/tell-news.server";
import type { TakenNotice } from "~/domain/notices/notice";
import type { Environment } from "~/env.server";
import { composeMail } from "../../emails/compose-mail";
import { mailAddress } from "./mail-address.server";
import { mailDoor } from "./mail-door.server";
import type { Job } from "./run-jobs.server";

export const deliverEveryMs = 250;

/** Four times a second: what is due in the outbox. */
export function deliverNotices(environment: Environment): Job {
  const door = mailDoor(environment);
  return {
    name: "deliver-notices",
    everyMs: deliverEveryMs,
    async run(db, at, signal) {
      if (!door) {
        await tellNews(db, at);
        return;
      }
      const address = await mailAddress(environment);
      const compose = (notice: TakenNotice) => composeMail(notice, address);
      // What many wait for takes many turns; what is new meanwhile joins in.
      for (let when = at, left = true; left; when = now()) {
        await tellNews(db, when);
        const posts = door(db, when, signal);
        const settled = await deliver(db, { compose, ...posts, at: when, random: Math.random });
        left = !signal?.aborted && Object.values(settled).some((count) => count > 0);
      }
    },
  };
}
