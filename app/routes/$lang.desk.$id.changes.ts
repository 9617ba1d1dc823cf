import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/clock.server";
import { draftChanges } from "~/domain/drafts/draft-change";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import { refused } from "~/domain/outcome";
import { requireId } from "~/http/ids";
import { statusOf } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { db } from "~db/client.server";

const sent = z.object({ changes: draftChanges });

/** The desk's autosave: changes in, the draft as it then stands out. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const read = sent.safeParse(await request.json().catch(() => undefined));
  const outcome = read.success
    ? await saveDraft(db, { draftId: requireId(params.id), changes: read.data.changes, by, at: now() })
    : refused("unexpected");
  return Response.json(outcome, { status: outcome.ok ? 200 : statusOf(outcome) });
}
