import { now } from "~/clock.server";
import { makeDigests } from "~/domain/digests/make-digests.server";
import { sendDigests as send } from "~/domain/digests/send-digests.server";
import type { Environment } from "~/env.server";
import { digestComposer } from "../../emails/digests/compose-digest";
import { mailAddress } from "./mail-address.server";
import { mailDoor } from "./mail-door.server";
import type { Job } from "./run-jobs.server";

/** Each member's digest at seven of their own clock, by whichever process comes first; where no mail can leave, none is made. */
export function sendDigests(environment: Environment): Job {
  const door = mailDoor(environment);
  return {
    name: "send-digests",
    everyMs: 10_000,
    async run(db, at, signal) {
      if (!door) return;
      const { postBatch: post } = door(db, at, signal);
      await makeDigests(db, at);
      const compose = digestComposer(await mailAddress(environment));
      await send(db, { compose, post, clock: now, random: Math.random, signal });
    },
  };
}
