import { findDraft } from "~/domain/drafts/drafts.server";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { download } from "~/http/api/download";
import { findDraftFile } from "~/http/api/operations/drafts";
import { readFile } from "~db/files.server";

const resource = answering(
  bind(findDraftFile, async ({ db, by, params }) => {
    const draft = await findDraft(db, by, params.id);
    const attachment = draft?.content.attachments.find(({ id }) => id === params.attachment);
    return attachment
      ? done({ body: download(attachment, await readFile(attachment.sha256)) })
      : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
