import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { makeDigests } from "~/domain/digests/make-digests.server";
import { postBatchByResend } from "~/domain/digests/post-by-resend.server";
import { sendDigests } from "~/domain/digests/send-digests.server";
import { connect } from "~db/client.server";
import { digestComposer } from "../../emails/digests/compose-digest";
import { address } from "./digests";
import { clockOf, type Work } from "./fast-clock";

// A process that does what the job does until it is killed, on a clock that runs faster: nobody waits hours for the next attempt.

// It stands ready, all its modules read, until it is told what to do.
process.stdout.write("ready\n");
const [told] = await once(process.stdin, "data");
const work: Work = JSON.parse(String(told));
const { database, service } = work;
const pool = connect(database, { max: 2 });
const clock = clockOf(work);
const post = postBatchByResend({ apiKey: "re_test", baseUrl: service, from: "Ribera <ribera@example.org>" });
const compose = digestComposer(address);
for (;;) {
  await makeDigests(pool.db, clock());
  await sendDigests(pool.db, { compose, post, clock, random: Math.random });
  await pause(20);
}
