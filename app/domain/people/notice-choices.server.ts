import { eq } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { kindsOffered } from "~/domain/notices/kinds-offered";
import { habits } from "~/domain/notices/notice";
import { asViewer, type Db } from "~db/client.server";
import { digestHabits, noticeChoices, noticeScopes } from "~db/schema";

export type NoticeSettings = Awaited<ReturnType<typeof findNoticeSettings>>;

/** How this member hears of what they can be told beside what is always told, and what they narrowed it to. */
export function findNoticeSettings(db: Db, viewer: Member) {
  const { memberId } = viewer;
  return asViewer(db, viewer, async (tx) => {
    const rows = await tx
      .select({ kind: noticeChoices.kind, choice: noticeChoices.choice })
      .from(noticeChoices)
      .where(eq(noticeChoices.memberId, memberId));
    const scopes = await tx
      .select({ what: noticeScopes.what, value: noticeScopes.value })
      .from(noticeScopes)
      .where(eq(noticeScopes.memberId, memberId))
      .orderBy(noticeScopes.value);
    const [habit] = await tx
      .select({ quietLine: digestHabits.quietLine })
      .from(digestHabits)
      .where(eq(digestHabits.memberId, memberId));
    const chosen = new Map(rows.map(({ kind, choice }) => [kind, choice]));
    const narrowedTo = (sort: string) => scopes.filter(({ what }) => what === sort).map(({ value }) => value);
    return {
      choices: kindsOffered(viewer).map((kind) => ({ kind, choice: chosen.get(kind) ?? habits[kind] })),
      typologies: narrowedTo("typology"),
      authorities: narrowedTo("authority"),
      corridors: narrowedTo("corridor"),
      quietLine: habit?.quietLine ?? false,
    };
  });
}
