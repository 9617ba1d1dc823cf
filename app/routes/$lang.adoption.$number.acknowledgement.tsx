import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { acknowledgeAdvisory } from "~/domain/adoption/acknowledge-advisory.server";
import { requireInstitution } from "~/http/adoption.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { db } from "~db/client.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireInstitution(request);
  const outcome = await acknowledgeAdvisory(db, { number: params.number ?? "", by, at: now() });
  return outcome.ok
    ? redirect(paths.board(requireLanguage(params), outcome.value.number))
    : answerRefusal(outcome);
}

export default function Refused() {
  const { t } = useTranslation("adoption");
  const { number = "" } = useParams();
  return <RefusedAct back={paths.advisory(useLanguage(), number)} backTo={t("toAdvisory", { number })} />;
}
