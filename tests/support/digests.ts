import type { Mail, PostBatch } from "~/domain/digests/mail";
import { makeDigests } from "~/domain/digests/make-digests.server";
import { sendDigests } from "~/domain/digests/send-digests.server";
import type { Choosing } from "~/domain/notices/notice-choices.form";
import type { Db } from "~db/client.server";
import { digestComposer } from "../../emails/digests/compose-digest";

/** Every choice left as it is, nothing narrowed. */
export const choices = (given: Partial<Choosing> = {}): Choosing => ({
  choices: [],
  typologies: [],
  authorities: [],
  corridors: [],
  quietLine: false,
  ...given,
});

export const address = {
  origin: "https://ribera.example",
  organiser: "ribera@ribera.example",
  tokenOf: () => "TOKEN",
  unsubscribeToken: (memberId: string) => `STOP-${memberId}`,
};

/** A batch service that keeps what it accepts by key, as Resend does for a day. */
export function aBatchService() {
  const accepted = new Map<string, Mail[]>();
  const tried: string[] = [];
  const post: PostBatch = async (key, mails) => {
    tried.push(key);
    const before = accepted.get(key);
    if (!before) accepted.set(key, mails);
    return { ok: true, earlier: before !== undefined && wordsOf(before) !== wordsOf(mails), refused: [] };
  };
  return { accepted, tried, post, mails: () => [...accepted.values()].flat() };
}

const wordsOf = (mails: Mail[]) =>
  JSON.stringify(mails.map(({ to, subject, html, text }) => [to, subject, html, text]));

/** What the job does at this instant. */
export async function turn(db: Db, when: Date, post: PostBatch, addressed: typeof address = address) {
  const made = await makeDigests(db, when);
  const sent = await sendDigests(db, {
    compose: digestComposer(addressed),
    post,
    clock: () => when,
    random: () => 0.5,
  });
  return { made, ...sent };
}
