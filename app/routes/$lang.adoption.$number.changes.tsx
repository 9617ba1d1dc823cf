import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { bulkForm } from "~/domain/adoption/adoption.form";
import { changeItems } from "~/domain/adoption/change-items.server";
import { refused } from "~/domain/outcome";
import { filtersIn, requireInstitution } from "~/http/adoption.server";
import { readForm } from "~/http/forms";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { db } from "~db/client.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const by = await requireInstitution(request);
  const number = params.number ?? "";
  const form = await readForm(request, bulkForm);
  if (!form.ok) return answerRefusal(refused(Object.values(form.errors)[0]?.[0] ?? "unexpected"));
  const { state, ownerId, dueOn, noDue, reviewed, all, version, back, ...chosen } = form.value;
  const outcome = await changeItems(db, {
    number,
    publicIds: all ? chosen["listed[]"] : chosen["redFlags[]"],
    given: { state, ownerId, dueOn: noDue ? null : dueOn },
    reviewedVersion: reviewed ? version : undefined,
    by,
    at: now(),
  });
  if (!outcome.ok) return answerRefusal(outcome);
  const { batchId: batch, changed } = outcome.value;
  const filters = filtersIn(new URLSearchParams(back));
  return redirect(paths.board(language, number, { ...filters, batch, changed }));
}

export default function Refused() {
  const { t } = useTranslation("adoption");
  const { number = "" } = useParams();
  return <RefusedAct back={paths.board(useLanguage(), number)} backTo={t("toBoard")} />;
}
