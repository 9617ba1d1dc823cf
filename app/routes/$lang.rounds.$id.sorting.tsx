import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { placePoints } from "~/domain/replies/place-points.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.roundPoints(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const form = await request.formData();
  const outcome = await placePoints(db, {
    themeId: requireId(String(form.get("theme") ?? "")),
    pointIds: form.getAll("points").map((id) => requireId(String(id))),
    into: form.get("into") === "1",
    by,
    at: now(),
  });
  return outcome.ok
    ? redirect(paths.roundPoints(requireLanguage(params), requireId(params.id)))
    : answerRefusal(outcome);
}

export { RefusedReplyAct as default } from "~/ui/replies/refused-reply-act";
