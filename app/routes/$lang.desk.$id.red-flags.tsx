import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { now } from "~/clock.server";
import { reuseRedFlag } from "~/domain/drafts/reuse-red-flag.server";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import { leadsTo } from "~/http/act-place";
import { draftOf } from "~/http/drafts";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

/** Reuses an issued red flag; `instead` names the one of this draft whose place it takes. */
export const loader = leadsTo((language, { id = "" }) => paths.draft(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const form = await request.formData();
  const instead = String(form.get("instead") ?? "");
  const reuse = { draftId, publicId: String(form.get("publicId") ?? ""), by, at: now() };
  const reused = await reuseRedFlag(db, reuse);
  if (!reused.ok) return answerRefusal(reused);
  if (instead !== "") {
    await saveDraft(db, {
      draftId,
      changes: [{ kind: "remove", path: `redFlags/${instead}` }],
      by,
      at: now(),
    });
  }
  return redirect(paths.draft(language, draftId));
}

export default function Refused() {
  return <RefusedAct back={paths.draft(useLanguage(), useParams().id ?? "")} />;
}
