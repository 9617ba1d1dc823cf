import { acknowledgeAdvisory } from "~/domain/adoption/acknowledge-advisory.server";
import { changeItem } from "~/domain/adoption/change-item.server";
import { changeItems } from "~/domain/adoption/change-items.server";
import { redFlagId } from "~/domain/advisories/advisory";
import type { Member } from "~/domain/members/viewer";
import type { Outcome } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { demoBoards } from "~db/demo/boards";

const day = 86_400_000;

type Loading = {
  number: string;
  version: number;
  publishedAt: Date;
  /** When the demo is loaded: what is still to be done is due from there. */
  now: Date;
  persona: (key: string) => Member;
};

/** What the demo's institutions do about a version once it is out, through the same acts as anyone's. */
export async function loadBoards(tx: Transaction, { number, version, publishedAt, now, persona }: Loading) {
  const begun = demoBoards.filter((board) => board.number === number && board.version === version);
  for (const { institution, acts } of begun) {
    const at = new Date(publishedAt.getTime() + 3 * day);
    const person = (role: string) => persona(`${institution}-${role}`);
    value(await acknowledgeAdvisory(tx, { number, by: person("officer"), at }));
    for (const { redFlags, state, owner, due, note } of acts) {
      const given = {
        ...(state ? { state } : {}),
        ...(owner ? { ownerId: person(owner).memberId } : {}),
        ...(due === undefined ? {} : { dueOn: dayFrom(now, due) }),
      };
      const publicIds = redFlags.map((n) => redFlagId(number, n));
      const later = new Date(at.getTime() + 10 * day);
      const [publicId = ""] = publicIds;
      value<unknown>(
        note
          ? await changeItem(tx, {
              number,
              publicId,
              revision: 0,
              given: { ...given, note },
              by: person("analyst"),
              at: later,
            })
          : await changeItems(tx, { number, publicIds, given, by: person("officer"), at: later }),
      );
    }
  }
}

const dayFrom = (at: Date, days: number) => new Date(at.getTime() + days * day).toISOString().slice(0, 10);

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demo's boards were refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
}
