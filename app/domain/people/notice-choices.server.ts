import { eq } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { kindsOffered } from "~/domain/notices/kinds-offered";
import { asViewer, type Db } from "~db/client.server";
import { noticeChoices } from "~db/schema";

/** What this member can be told of beside what is always told, and whether they want it: all, until they choose. */
export async function listNoticeChoices(db: Db, viewer: Member) {
  const rows = await asViewer(db, viewer, (tx) =>
    tx
      .select({ kind: noticeChoices.kind, choice: noticeChoices.choice })
      .from(noticeChoices)
      .where(eq(noticeChoices.memberId, viewer.memberId)),
  );
  const unwanted = new Set(rows.filter(({ choice }) => choice === "never").map(({ kind }) => kind));
  return kindsOffered(viewer).map((kind) => ({ kind, wanted: !unwanted.has(kind) }));
}
