import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { findDraft } from "~/domain/drafts/drafts.server";
import { citeReplies } from "~/domain/replies/cite-replies.server";
import { listCitations } from "~/domain/replies/replies.server";
import { draftOf } from "~/http/drafts";
import { requireId } from "~/http/ids";
import { answerRefusal, notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { CitePage } from "~/ui/replies/cite-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

/** The feedback that a next version takes up. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const { draftId } = draftOf(params);
  const draft = await findDraft(db, by, draftId);
  if (draft?.baseVersion == null) throw notFound();
  return {
    replies: await listCitations(db, by, draft),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const replyIds = (await request.formData()).getAll("replies").map((id) => requireId(String(id)));
  const outcome = await citeReplies(db, { draftId, replyIds, by, at: now() });
  return outcome.ok
    ? redirect(paths.draftPart(language, draftId, "feedback", { saved: "1" }))
    : answerRefusal(outcome);
}

export default function Feedback() {
  return <CitePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
