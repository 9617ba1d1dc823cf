import { deliverNotices } from "~/domain/digests/deliver-notices.server";
import type { Mail } from "~/domain/digests/mail";
import { composeMail } from "../../emails/compose-mail";
import type { World } from "./world";

const address = {
  origin: "https://ribera.example",
  organiser: "ribera@ribera.example",
  tokenOf: () => "TOKEN",
  unsubscribeToken: () => "STOP",
};

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
      post,
      at: when,
      random: () => 0.5,
    });
    due = went + dropped > 0;
  }
  return sent.filter(({ text }) => text.includes(roundId));
}
