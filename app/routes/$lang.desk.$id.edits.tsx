import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { now } from "~/clock.server";
import type { DraftChange } from "~/domain/drafts/draft-change";
import { keyOf } from "~/domain/drafts/draft-paths";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import { listAuthorities } from "~/domain/organisations/organisations.server";
import { leadsTo } from "~/http/act-place";
import { changesOfForm, withIssuerNames } from "~/http/desk-form";
import { draftOf } from "~/http/drafts";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { UnsavedPage } from "~/ui/desk/unsaved-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

/** Edits of a draft, sent as a form by a page without scripts. */
export const loader = leadsTo((language, { id = "" }) => paths.draft(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const form = await request.formData();
  const changes = withIssuerNames(changesOfForm(form, draftId), await listAuthorities(db, by));
  const saved = await saveDraft(db, { draftId, changes, by, at: now() });
  if (!saved.ok) return answerRefusal(saved);
  const { conflicts, refusals, content } = saved.value;
  if (conflicts.length + refusals.length > 0) {
    const typed = refusals.map((refusal) => {
      const change = changes.find((one) => one.kind === "set" && one.path === refusal.path);
      return { ...refusal, mine: change?.kind === "set" ? change.now : undefined };
    });
    return data(
      { unsaved: { content, conflicts, refusals: typed } },
      { status: conflicts.length > 0 ? 409 : 422 },
    );
  }
  const last = changes.at(-1);
  const place = last ? placeAfterEdit(last) : "";
  const added = last?.kind === "add" && last.list === "redFlags" ? [String(keyOf(last.item))] : [];
  const open = [...form.getAll("open").map(String), ...added];
  return redirect(paths.draftAfterEdits(language, draftId, open, place));
}

const placeAfterEdit = (change: DraftChange) =>
  change.kind === "add" ? `${change.list}/${keyOf(change.item)}` : change.path;

export default function Edits() {
  const answer = useActionData<typeof action>();
  const back = paths.draft(useLanguage(), useParams().id ?? "");
  return answer && "unsaved" in answer ? (
    <UnsavedPage unsaved={answer.unsaved} back={back} />
  ) : (
    <RefusedAct back={back} />
  );
}
