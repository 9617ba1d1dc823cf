import { eq } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { choosableKinds } from "~/domain/notices/notice";
import { asViewer, type Db } from "~db/client.server";
import { noticeChoices } from "~db/schema";

/** The kinds that this member wants to hear of, among those that may be done without: all, until they choose. */
export async function listWantedNotices(db: Db, viewer: Member) {
  const rows = await asViewer(db, viewer, (tx) =>
    tx
      .select({ kind: noticeChoices.kind, choice: noticeChoices.choice })
      .from(noticeChoices)
      .where(eq(noticeChoices.memberId, viewer.memberId)),
  );
  const unwanted = new Set(rows.filter(({ choice }) => choice === "never").map(({ kind }) => kind));
  return choosableKinds.filter((kind) => !unwanted.has(kind));
}
