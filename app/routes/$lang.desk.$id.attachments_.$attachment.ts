import type { LoaderFunctionArgs } from "@remix-run/node";
import { findDraft } from "~/domain/drafts/drafts.server";
import { draftOf } from "~/http/drafts";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { db } from "~db/client.server";
import { readFile } from "~db/files.server";

/** An attachment of a draft, always as a download: nothing that was uploaded runs on our origin. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const draft = await findDraft(db, by, draftOf(params).draftId);
  const attachment = draft?.content.attachments.find(({ id }) => id === params.attachment);
  if (!attachment) throw notFound();
  return new Response(new Uint8Array(await readFile(attachment.sha256)), {
    headers: {
      "Content-Type": attachment.mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      "Cache-Control": "private, no-store",
    },
  });
}
