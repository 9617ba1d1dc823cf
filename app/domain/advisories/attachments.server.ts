import { eq } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { readFile } from "~db/files.server";
import { versionAttachments } from "~db/schema";

/** An issued attachment with its bytes, or undefined if this viewer may not have it. */
export async function findAttachment(db: Db, viewer: Viewer, attachmentId: string, sha256: string) {
  const [row] = await asViewer(db, viewer, (tx) =>
    tx
      .select({ content: versionAttachments.content })
      .from(versionAttachments)
      .where(eq(versionAttachments.attachmentId, attachmentId))
      .limit(1),
  );
  if (!row || row.content.sha256 !== sha256) return undefined;
  return { attachment: row.content, bytes: await readFile(row.content.sha256) };
}
