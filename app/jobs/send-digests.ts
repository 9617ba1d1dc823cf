import { now } from "~/clock.server";
import { postBatchLocally } from "~/domain/digests/local-mail.server";
import type { PostBatch } from "~/domain/digests/mail";
import { makeDigests } from "~/domain/digests/make-digests.server";
import { postBatchByResend } from "~/domain/digests/post-by-resend.server";
import { sendDigests as send } from "~/domain/digests/send-digests.server";
import { takeTurn } from "~/domain/digests/take-turn.server";
import type { Environment } from "~/env.server";
import { digestComposer } from "../../emails/digests/compose-digest";
import { mailAddress } from "./mail-address.server";
import type { Job } from "./run-jobs.server";

/** Each member's digest at seven of their own clock, by whichever process comes first; where no mail can leave, none is made. */
export function sendDigests(environment: Environment): Job {
  const { demo, mail } = environment;
  const service = mail && postBatchByResend(mail);
  return {
    name: "send-digests",
    everyMs: 10_000,
    async run(db, at, signal) {
      const paced: PostBatch | undefined =
        service &&
        ((key, mails) => takeTurn(db, { perSecond: mail.perSecond, signal }, () => service(key, mails)));
      const post = paced ?? (demo ? postBatchLocally(db, at) : undefined);
      if (!post) return;
      await makeDigests(db, at);
      const compose = digestComposer(await mailAddress(environment));
      await send(db, { compose, post, clock: now, random: Math.random, signal });
    },
  };
}
