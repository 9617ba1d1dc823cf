import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import { postBatchByResend, postByResend } from "~/domain/digests/post-by-resend.server";
import { connect } from "~db/client.server";
import { composeMail } from "../../emails/compose-mail";
import { address } from "./digests";
import { clockOf, type Work } from "./fast-clock";

// As digest-worker, of letters.

process.stdout.write("ready\n");
const [told] = await once(process.stdin, "data");
const work: Work = JSON.parse(String(told));
const { database, service } = work;
const pool = connect(database, { max: 6 });
const clock = clockOf(work);
const account = { apiKey: "re_test", baseUrl: service, from: "Ribera <ribera@example.org>" };
const [post, postBatch] = [postByResend(account), postBatchByResend(account)];
for (;;) {
  await deliverNotices(pool.db, {
    compose: (notice) => composeMail(notice, address),
    post,
    postBatch,
    at: clock(),
    random: Math.random,
  });
  await pause(20);
}
