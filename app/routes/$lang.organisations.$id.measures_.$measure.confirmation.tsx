import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { confirmMeasure } from "~/domain/vetting/confirm-measure.server";
import { isOfReason } from "~/domain/vetting/vetting";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { typedIn } from "~/http/vetting.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { ReasonForm } from "~/ui/vetting/reason-form";
import { db } from "~db/client.server";

export const loader = leadsTo((language, { id = "" }) => paths.organisation(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const organisationId = requireId(params.id);
  const measureId = requireId(params.measure);
  const reason = (await typedIn(request))("reason");
  const outcome = await confirmMeasure(db, { organisationId, measureId, reason, by, at: now() });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), organisationId))
    : answerRefusal(outcome, { reason });
}

export default function Refused() {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { id = "", measure = "" } = useParams();
  return (
    <RefusedAct<{ reason: string }>
      back={paths.organisation(language, id)}
      backTo={t("one.backToOne")}
      saidAtField={isOfReason}
    >
      {(typed, refusal) => (
        <ReasonForm
          action={paths.measureAct(language, id, measure, "confirmation")}
          label={t("one.confirmMeasure")}
          button={t("one.confirmMeasure")}
          fieldLabel={t("one.confirmReason")}
          weight="danger"
          typed={typed}
          refusal={refusal}
        />
      )}
    </RefusedAct>
  );
}
