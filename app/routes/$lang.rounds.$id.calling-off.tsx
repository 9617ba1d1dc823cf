import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.round(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const roundId = requireId(params.id);
  const outcome = await callOffRound(db, { roundId, by, at: now() });
  return outcome.ok ? redirect(paths.rounds(requireLanguage(params))) : answerRefusal(outcome);
}

export default function CallingOff() {
  const { t } = useTranslation("rounds");
  const { id = "" } = useParams();
  return <RefusedAct back={paths.round(useLanguage(), id)} backTo={t("backToRound")} />;
}
