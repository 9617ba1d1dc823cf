import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { undoChange } from "~/domain/adoption/undo-change.server";
import { filtersIn, requireInstitution } from "~/http/adoption.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { db } from "~db/client.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireInstitution(request);
  const number = params.number ?? "";
  const back = String((await request.formData()).get("back") ?? "");
  const outcome = await undoChange(db, { number, batchId: requireId(params.batch), by, at: now() });
  return outcome.ok
    ? redirect(
        paths.board(requireLanguage(params), number, {
          ...filtersIn(new URLSearchParams(back)),
          ...outcome.value,
        }),
      )
    : answerRefusal(outcome);
}

export default function Refused() {
  const { t } = useTranslation("adoption");
  const { number = "" } = useParams();
  return <RefusedAct back={paths.board(useLanguage(), number)} backTo={t("toBoard")} />;
}
