import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { refused } from "~/domain/outcome";
import { proposeMeasure } from "~/domain/vetting/propose-measure.server";
import { measureKinds } from "~/domain/vetting/vetting";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { typedIn } from "~/http/vetting.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { isOfMeasure, MeasureForm, type TypedMeasure } from "~/ui/vetting/measure-form";
import { db } from "~db/client.server";

export const loader = leadsTo((language, { id = "" }) => paths.organisation(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const organisationId = requireId(params.id);
  const form = await typedIn(request);
  const typed: TypedMeasure = {
    kind: form("kind"),
    emergency: form("emergency") !== "",
    reason: form("reason"),
  };
  const kind = measureKinds.find((one) => one === typed.kind);
  if (!kind) return answerRefusal(refused("choice_unknown"), typed);
  const outcome = await proposeMeasure(db, { ...typed, kind, organisationId, by, at: now() });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), organisationId))
    : answerRefusal(outcome, typed);
}

export default function Refused() {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedAct<TypedMeasure>
      back={paths.organisation(language, id)}
      backTo={t("one.backToOne")}
      saidAtField={isOfMeasure}
    >
      {(typed, refusal) => (
        <MeasureForm organisationId={id} kinds={[...measureKinds]} typed={typed} refusal={refusal} />
      )}
    </RefusedAct>
  );
}
