import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { type Profile, profileForm } from "~/domain/members/member.form";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { members } from "~db/schema";
import { mayKeepOwnPage } from "./people.policy";

type Change = Profile & { by: Viewer; at: Date };

/** A member's own name, language and time zone. */
export function changeProfile(db: Db, { by, at, ...given }: Change) {
  return asActor(db, by, async (tx) => {
    if (!mayKeepOwnPage(by)) return refused("not_allowed");
    const read = profileForm.safeParse(storable(given));
    if (!read.success) return refused(read.error.issues[0]?.message.replace(/^errors\./, "") ?? "invalid");
    const { name, language, timeZone } = read.data;
    const changed = [
      name === by.name ? [] : ["name"],
      language === by.language ? [] : ["language"],
      timeZone === by.timeZone ? [] : ["timeZone"],
    ].flat();
    if (changed.length === 0) return done({ changed });

    const [kept] = await tx
      .update(members)
      .set({ name, language, timeZone })
      .where(eq(members.id, by.memberId))
      .returning({ id: members.id });
    // Their standing may have ended since the door let them in.
    if (!kept) return refused("not_allowed");
    await recordEvent(tx, {
      action: "profile.changed",
      subject: { kind: "member", id: by.memberId },
      detail: { changed },
      at,
    });
    return done({ changed });
  });
}
