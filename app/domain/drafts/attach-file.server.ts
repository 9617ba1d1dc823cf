import { and, eq } from "drizzle-orm";
import type { Tlp } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import { kindOfFile } from "~/domain/files/file-kind.server";
import { safeName } from "~/domain/files/safe-name";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db, Transaction } from "~db/client.server";
import { keepFile } from "~db/files.server";
import { draftFiles } from "~db/schema";
import { lockEditableDraft } from "./lock-editable-draft.server";
import { writeEdit } from "./write-edit.server";

type Attaching = {
  draftId: string;
  name: string;
  bytes: Uint8Array;
  tlp: Tlp;
  id: string;
  by: Viewer;
  at: Date;
};

/** Adds a file to a draft; `id` is the uploader's, so that the same upload sent twice is one attachment. */
export async function attachFile(db: Db, { draftId, name, bytes, tlp, id, by, at }: Attaching) {
  const kind = await kindOfFile(name, bytes);
  if (!kind.ok) return kind;
  return asActor(db, by, async (tx) => {
    const open = await lockEditableDraft(tx, draftId, by);
    if (!open.ok) return open;
    const { draft, editor } = open.value;
    const present = draft.content.attachments.find((one) => one.id === id);
    if (present)
      return done({ attachment: present, revision: draft.revision, contentHash: draft.contentHash });
    if (draft.content.attachments.length >= 50) return refused("too_many_files", { most: 50 });

    // Stored before the row: bytes that nothing names are harmless, a row that names nothing is not.
    const sha256 = await keepFile(bytes);
    const attachment = {
      id,
      name: safeName(name),
      mediaType: kind.value,
      size: bytes.byteLength,
      sha256,
      tlp,
    };
    const content = { ...draft.content, attachments: [...draft.content.attachments, attachment] };
    const [stored] = await tx
      .insert(draftFiles)
      .values({
        draftId,
        attachmentId: id,
        sha256,
        size: bytes.byteLength,
        mediaType: kind.value,
        uploadedBy: editor.memberId,
        uploadedAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: draftFiles.attachmentId });
    if (!stored && !(await sameUpload(tx, { draftId, id, sha256 }))) return refused("file_id_taken");
    const { contentHash, revision } = await writeEdit(tx, {
      draft,
      content,
      paths: [`attachments/${id}`],
      event: { action: "draft.file-attached", detail: { sha256, size: bytes.byteLength } },
      editor,
      at,
    });
    return done({ attachment, revision, contentHash });
  });
}

/** A file that was taken out of this very draft may be put back. */
const sameUpload = (
  tx: Transaction,
  { draftId, id, sha256 }: { draftId: string; id: string; sha256: string },
) =>
  tx.$count(
    draftFiles,
    and(eq(draftFiles.draftId, draftId), eq(draftFiles.attachmentId, id), eq(draftFiles.sha256, sha256)),
  );
