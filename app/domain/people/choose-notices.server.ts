import { and, eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { kindsOffered } from "~/domain/notices/kinds-offered";
import type { Choosing } from "~/domain/notices/notice-choices.form";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { digestHabits, noticeChoices, noticeScopes } from "~db/schema";
import { mayKeepOwnPage } from "./people.policy";

type Chosen = { chosen: Choosing; by: Viewer; at: Date };

/** How a member wants to hear of what they are offered, and of what part of it; a choice never made stays open. */
export function chooseNotices(db: Db, { chosen, by, at }: Chosen) {
  return asActor(db, by, async (tx) => {
    if (!mayKeepOwnPage(by)) return refused("not_allowed");
    const { memberId } = by;
    const offered = kindsOffered(by);
    for (const { kind, choice } of chosen.choices) {
      if (!offered.includes(kind)) continue;
      await tx
        .insert(noticeChoices)
        .values({ memberId, kind, choice, chosenAt: at })
        .onConflictDoUpdate({
          target: [noticeChoices.memberId, noticeChoices.kind],
          set: { choice, chosenAt: at },
          setWhere: sql`${noticeChoices.choice} <> ${choice}`,
        });
    }
    await narrow(tx, { memberId, what: "typology", values: chosen.typologies, at });
    await narrow(tx, { memberId, what: "authority", values: chosen.authorities, at });
    await narrow(tx, { memberId, what: "corridor", values: chosen.corridors, at });
    const { quietLine } = chosen;
    await tx
      .insert(digestHabits)
      .values({ memberId, quietLine, chosenAt: at })
      .onConflictDoUpdate({ target: digestHabits.memberId, set: { quietLine, chosenAt: at } });
    await recordEvent(tx, { action: "notices.chosen", subject: { kind: "member", id: memberId }, at });
    return done(undefined);
  });
}

type Narrowing = {
  memberId: string;
  what: "typology" | "authority" | "corridor";
  values: string[];
  at: Date;
};

async function narrow(tx: Transaction, { memberId, what, values, at }: Narrowing) {
  await tx.delete(noticeScopes).where(and(eq(noticeScopes.memberId, memberId), eq(noticeScopes.what, what)));
  const rows = [...new Set(values)].map((value) => ({
    memberId,
    what,
    value: storable(value),
    chosenAt: at,
  }));
  if (rows.length > 0) await tx.insert(noticeScopes).values(rows);
}
