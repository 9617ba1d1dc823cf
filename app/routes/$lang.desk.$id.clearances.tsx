import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { now } from "~/clock.server";
import { clearDraft } from "~/domain/drafts/clear-draft.server";
import { clearanceKinds } from "~/domain/drafts/draft";
import { refused } from "~/domain/outcome";
import { leadsTo } from "~/http/act-place";
import { draftOf } from "~/http/drafts";
import { readForm } from "~/http/forms";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { TextArea } from "~/ui/field/text-area";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

const clearing = z.object({
  kind: z.enum(clearanceKinds),
  contentHash: z.string(),
  note: z.string().max(2000).default(""),
});

export const loader = leadsTo((language, { id = "" }) => paths.draft(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const form = await readForm(request, clearing);
  if (!form.ok) return answerRefusal(refused("too_long", { most: 2000 }), form.typed);
  const outcome = await clearDraft(db, { draftId, ...form.value, by, at: now() });
  return outcome.ok ? redirect(paths.draft(language, draftId)) : answerRefusal(outcome, form.value);
}

export default function Refused() {
  const { t } = useTranslation("desk");
  return (
    <RefusedAct<{ note?: string }> back={paths.draft(useLanguage(), useParams().id ?? "")}>
      {({ note }) => note && <TextArea label={t("clearances.note")} defaultValue={note} readOnly />}
    </RefusedAct>
  );
}
