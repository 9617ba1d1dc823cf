import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { notePresence } from "~/domain/floor/note-presence.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { db } from "~db/client.server";

/** An open page says that it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const outcome = await notePresence(db, { roundtableId: requireId(params.id), by, at: now() });
  if (!outcome.ok) throw notFound();
  return Response.json({});
}
