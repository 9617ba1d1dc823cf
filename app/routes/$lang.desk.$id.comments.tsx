import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { Form, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { now } from "~/clock.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { leadsTo } from "~/http/act-place";
import { draftOf } from "~/http/drafts";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { Button } from "~/ui/action/button";
import { TextArea } from "~/ui/field/text-area";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.draft(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const form = await request.formData();
  const typed = { path: String(form.get("path") ?? ""), body: String(form.get("body") ?? "") };
  const outcome = await commentOnDraft(db, { draftId, ...typed, by, at: now() });
  return outcome.ok ? redirect(paths.draft(language, draftId)) : answerRefusal(outcome, typed);
}

export default function Refused() {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  const { id = "" } = useParams();
  return (
    <RefusedAct<{ path: string; body: string }> back={paths.draft(language, id)}>
      {({ path, body }) => (
        <Form method="post" action={paths.draftPart(language, id, "comments")} className="act">
          <input type="hidden" name="path" value={path} />
          <TextArea name="body" label={t("comments.body")} defaultValue={body} required />
          <Button type="submit">{t("comments.add")}</Button>
        </Form>
      )}
    </RefusedAct>
  );
}
