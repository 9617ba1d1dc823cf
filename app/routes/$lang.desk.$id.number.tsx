import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { Form, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { renumberDraft } from "~/domain/drafts/renumber-draft.server";
import { leadsTo } from "~/http/act-place";
import { draftOf } from "~/http/drafts";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { RefusedAct } from "~/ui/act/refused-act";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.draft(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const number = String((await request.formData()).get("number") ?? "").trim();
  const outcome = await renumberDraft(db, { draftId, number, by, at: now() });
  return outcome.ok ? redirect(paths.draft(language, draftId)) : answerRefusal(outcome, { number });
}

export default function Refused() {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const sentence = useRefusal();
  const { id = "" } = useParams();
  return (
    <RefusedAct<{ number: string }> back={paths.draft(language, id)}>
      {({ number }, { reason, facts }) => (
        <Form method="post" action={paths.draftPart(language, id, "number")} className="act">
          <TextField
            name="number"
            label={t("number.label")}
            defaultValue={number}
            error={sentence(reason, facts)}
          />
          <Button type="submit">{t("number.change")}</Button>
        </Form>
      )}
    </RefusedAct>
  );
}
