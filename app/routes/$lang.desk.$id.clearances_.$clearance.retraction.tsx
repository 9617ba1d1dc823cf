import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { now } from "~/clock.server";
import { takeBackClearance } from "~/domain/drafts/take-back-clearance.server";
import { leadsTo } from "~/http/act-place";
import { draftOf } from "~/http/drafts";
import { requireId } from "~/http/ids";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.draft(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const outcome = await takeBackClearance(db, {
    draftId,
    clearanceId: requireId(params.clearance),
    by,
    at: now(),
  });
  return outcome.ok ? redirect(paths.draft(language, draftId)) : answerRefusal(outcome);
}

export default function Refused() {
  return <RefusedAct back={paths.draft(useLanguage(), useParams().id ?? "")} />;
}
