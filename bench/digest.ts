import { makeDigests } from "~/domain/digests/make-digests.server";
import { postBatchByResend } from "~/domain/digests/post-by-resend.server";
import type { DigestLetter } from "~/domain/digests/send-digests.server";
import { sendDigests } from "~/domain/digests/send-digests.server";
import { digestComposer } from "../emails/digests/compose-digest";
import { address } from "../tests/support/digests";
import { audiences, openMailStore, openSink, settle, things } from "./mail-store";
import type { Emit } from "./measurement";

const sizes = [1000, 10_000, 100_000];
/** Letters rendered one by one for the floor. */
const sample = 200;
/** The day after what is issued, past seven. */
const morning = new Date("2026-11-21T07:30:00Z");

/** A day's digests composed, sent in batches over HTTP and accepted, against rendering each of them with React Email. */
export async function run(emit: Emit) {
  const store = await openMailStore();
  const sink = await openSink();
  try {
    const { owner, db, houses } = store;
    const post = postBatchByResend(sink.account);
    const letters: DigestLetter[] = [];
    const idle = process.memoryUsage.rss() / 2 ** 20;
    let floor = Number.NaN;
    for (const members of sizes) {
      await owner`truncate digests, digest_batches, digest_runs, notices`;
      await settle(owner, houses, members);
      const compose = digestComposer(address);
      const before = (await sink.told()).mails;
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss() / 2 ** 20);
      }, 50);
      const begun = performance.now();
      const made = await makeDigests(db, morning);
      const sent = await sendDigests(db, {
        compose: (letter) => {
          if (letters.length < sample) letters.push(letter);
          return compose(letter);
        },
        post,
        clock: () => morning,
        random: Math.random,
      });
      const seconds = (performance.now() - begun) / 1000;
      clearInterval(watch);
      const accepted = (await sink.told()).mails - before;
      if (made !== members || accepted !== members) throw new Error(`${made} made, ${accepted} accepted`);
      if (Number.isNaN(floor)) floor = await renderedPerSecond(letters);
      const perSecond = accepted / seconds;
      emit({
        name: `digest.${members}.per-second`,
        value: Math.round(perSecond),
        unit: "digests/s",
        floor: Math.round(floor),
        ratio: Number((perSecond / floor).toPrecision(3)),
        notes: `${members} members, ${audiences} audiences, 2 languages, ${things} new things: made, gathered, composed, posted in ${sent.batches} batches and accepted in ${seconds.toFixed(1)} s by one process beside its database and the service; no pace; floor: each letter rendered by itself with React Email, not sent (${sample} letters)`,
      });
      if (members === sizes.at(-1))
        emit({
          name: "digest.memory",
          value: Math.round(most),
          unit: "MB",
          floor: Math.round(idle),
          ratio: Number((idle / most).toFixed(3)),
          notes: `most resident memory of the process while ${members} digests were sent; floor: before the first of them was made`,
        });
    }
  } finally {
    await sink.close();
    await store.close();
  }
}

async function renderedPerSecond(letters: DigestLetter[]) {
  // Until what renders is compiled.
  for (const letter of letters.slice(0, 20)) await digestComposer(address)(letter);
  const begun = performance.now();
  for (const letter of letters) await digestComposer(address)(letter);
  return letters.length / ((performance.now() - begun) / 1000);
}
