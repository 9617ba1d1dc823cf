import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { notePresence } from "~/domain/drafts/note-presence.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { db } from "~db/client.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const path = String((await request.formData()).get("path") ?? "");
  const outcome = await notePresence(db, { draftId: requireId(params.id), path, by, at: now() });
  if (!outcome.ok) throw notFound();
  return Response.json(outcome.value);
}
