import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import { postByResend } from "~/domain/digests/post-by-resend.server";
import { connect } from "~db/client.server";
import { composeMail } from "../../emails/compose-mail";
import type { Work } from "./digest-worker";
import { address } from "./digests";

// As digest-worker, of letters.

process.stdout.write("ready\n");
const [told] = await once(process.stdin, "data");
const { database, service, from, begun, speed }: Work = JSON.parse(String(told));
const pool = connect(database, { max: 6 });
const clock = () => new Date(Date.parse(from) + (Date.now() - begun) * speed);
const post = postByResend({ apiKey: "re_test", baseUrl: service, from: "Ribera <ribera@example.org>" });
for (;;) {
  await deliverNotices(pool.db, {
    compose: (notice) => composeMail(notice, address),
    post,
    at: clock(),
    random: Math.random,
  });
  await pause(20);
}
