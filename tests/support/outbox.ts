import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { Mail, Post, PostBatch } from "~/domain/digests/mail";
import { composeMail } from "../../emails/compose-mail";
import type { World } from "./world";

const address = {
  origin: "https://ribera.example",
  organiser: "ribera@ribera.example",
  tokenOf: () => "TOKEN",
  unsubscribeToken: () => "STOP",
};

/** Both ways out, the second being the first for each: what one of them meets that will pass, all of them met. */
export function bothWays(post: Post): { post: Post; postBatch: PostBatch } {
  const postBatch: PostBatch = async (_key, mails) => {
    const posted = [];
    for (const mail of mails) posted.push(await post(mail));
    const met = posted.find((one) => !one.ok && (one.again === "later" || mails.length === 1));
    if (met && !met.ok) return met;
    return { ok: true, earlier: false, refused: posted.flatMap(({ ok }, place) => (ok ? [] : place)) };
  };
  return { post, postBatch };
}

/** Which notices wait or have gone about a round, and to whom. */
export const noticesOf = (world: World, roundId: string) =>
  world.owner<{ kind: string; member: string; state: string; problem: string | null; closes: string }[]>`
    select kind, member_id as member, state, problem, about ->> 'closesAt' as closes
    from notices where about ->> 'roundId' = ${roundId} order by queued_at, kind, member_id`;

/** Sends all that is due as the delivery does; answers what went out about a round. */
export async function delivered(world: World, when: Date, roundId: string) {
  const sent: Mail[] = [];
  const post = async (mail: Mail) => {
    sent.push(mail);
    return { ok: true as const };
  };
  for (let due = true; due; ) {
    const { sent: went, dropped } = await deliverNotices(world.db, {
      compose: (notice) => composeMail(notice, address),
      ...bothWays(post),
      at: when,
      random: () => 0.5,
    });
    due = went + dropped > 0;
  }
  return sent.filter(({ text }) => text.includes(roundId));
}
