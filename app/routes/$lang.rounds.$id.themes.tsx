import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { makeTheme } from "~/domain/replies/make-theme.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { themeNameIn, typedName } from "~/http/replies";
import { atFields } from "~/http/screened";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.roundPoints(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const roundId = requireId(params.id);
  const typed = typedName(await request.formData());
  const name = themeNameIn(typed);
  if (!name.ok) return answerRefusal(name, typed);
  const outcome = await makeTheme(db, { roundId, name: name.value, by, at: now() });
  return outcome.ok
    ? redirect(paths.roundPoints(requireLanguage(params), roundId))
    : answerRefusal(atFields(outcome, typed), typed);
}

export { RefusedTheme as default } from "~/ui/replies/refused-theme";
