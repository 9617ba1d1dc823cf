import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { kindsOffered } from "~/domain/notices/kinds-offered";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { noticeChoices } from "~db/schema";
import { mayKeepOwnPage } from "./people.policy";

type Choosing = { wanted: readonly string[]; by: Viewer; at: Date };

/** Which of the kinds that this member is offered they want to hear of; a choice never made stays open. */
export function chooseNotices(db: Db, { wanted, by, at }: Choosing) {
  return asActor(db, by, async (tx) => {
    if (!mayKeepOwnPage(by)) return refused("not_allowed");
    for (const kind of kindsOffered(by)) {
      const choice = wanted.includes(kind) ? "at-once" : "never";
      await tx
        .insert(noticeChoices)
        .values({ memberId: by.memberId, kind, choice, chosenAt: at })
        .onConflictDoUpdate({
          target: [noticeChoices.memberId, noticeChoices.kind],
          set: { choice, chosenAt: at },
          setWhere: sql`${noticeChoices.choice} <> ${choice}`,
        });
    }
    await recordEvent(tx, { action: "notices.chosen", subject: { kind: "member", id: by.memberId }, at });
    return done(undefined);
  });
}
