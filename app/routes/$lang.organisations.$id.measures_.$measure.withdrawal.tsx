import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { withdrawMeasure } from "~/domain/vetting/withdraw-measure.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { db } from "~db/client.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const organisationId = requireId(params.id);
  const measureId = requireId(params.measure);
  const outcome = await withdrawMeasure(db, { organisationId, measureId, by, at: now() });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), organisationId))
    : answerRefusal(outcome);
}

export default function Refused() {
  const { t } = useTranslation("vetting");
  return (
    <RefusedAct back={paths.organisation(useLanguage(), useParams().id ?? "")} backTo={t("one.backToOne")} />
  );
}
