import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { noteAtSheet } from "~/domain/answers/note-at-sheet.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { db } from "~db/client.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const row = Number((await request.formData()).get("row"));
  const roundId = requireId(params.id);
  const outcome = await noteAtSheet(db, {
    roundId,
    row: Number.isSafeInteger(row) && row < 10_000 ? row : 0,
    by,
    at: now(),
  });
  if (!outcome.ok) throw notFound();
  return Response.json(outcome.value);
}
