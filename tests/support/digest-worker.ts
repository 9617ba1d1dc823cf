import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { makeDigests } from "~/domain/digests/make-digests.server";
import { postBatchByResend } from "~/domain/digests/post-by-resend.server";
import { sendDigests } from "~/domain/digests/send-digests.server";
import { connect } from "~db/client.server";
import { digestComposer } from "../../emails/digests/compose-digest";
import { address } from "./digests";

// A process that does what the job does until it is killed, on a clock that runs faster: nobody waits hours for the next attempt.

export type Work = { database: string; service: string; from: string; begun: number; speed: number };

// It stands ready, all its modules read, until it is told what to do.
process.stdout.write("ready\n");
const [told] = await once(process.stdin, "data");
const { database, service, from, begun, speed }: Work = JSON.parse(String(told));
const pool = connect(database, { max: 2 });
const clock = () => new Date(Date.parse(from) + (Date.now() - begun) * speed);
const post = postBatchByResend({ apiKey: "re_test", baseUrl: service, from: "Ribera <ribera@example.org>" });
const compose = digestComposer(address);
for (;;) {
  await makeDigests(pool.db, clock());
  await sendDigests(pool.db, { compose, post, clock, random: Math.random });
  await pause(20);
}
