import { eq } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { kindsOffered } from "~/domain/notices/kinds-offered";
import { askedForKinds } from "~/domain/notices/notice";
import { asViewer, type Db } from "~db/client.server";
import { noticeChoices } from "~db/schema";

/** What this member can be told of beside what is always told, and whether they want it; until they choose, all but what is told on request. */
export async function listNoticeChoices(db: Db, viewer: Member) {
  const rows = await asViewer(db, viewer, (tx) =>
    tx
      .select({ kind: noticeChoices.kind, choice: noticeChoices.choice })
      .from(noticeChoices)
      .where(eq(noticeChoices.memberId, viewer.memberId)),
  );
  const chosen = new Map(rows.map(({ kind, choice }) => [kind, choice]));
  return kindsOffered(viewer).map((kind) => ({
    kind,
    wanted: (chosen.get(kind) ?? (askedForKinds.includes(kind) ? "never" : "at-once")) === "at-once",
  }));
}
