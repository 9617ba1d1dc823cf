import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { v4 as newId } from "uuid";
import { now } from "~/clock.server";
import { tlpLabels } from "~/domain/advisories/advisory.form";
import { attachFile } from "~/domain/drafts/attach-file.server";
import { refused } from "~/domain/outcome";
import { leadsTo } from "~/http/act-place";
import { draftOf } from "~/http/drafts";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const loader = leadsTo((language, { id = "" }) => paths.draft(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const { language, draftId } = draftOf(params);
  const form = await request.formData();
  const file = form.get("file");
  const tlp = tlpLabels.find((label) => label === form.get("tlp"));
  if (!tlp) return answerRefusal(refused("unknown_tlp"));
  if (!(file instanceof File)) return answerRefusal(refused("file_empty"));
  const given = String(form.get("id") ?? "");
  const outcome = await attachFile(db, {
    draftId,
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    tlp,
    id: uuid.test(given) ? given : newId(),
    by,
    at: now(),
  });
  return outcome.ok ? redirect(paths.draft(language, draftId)) : answerRefusal(outcome);
}

export default function Refused() {
  return <RefusedAct back={paths.draft(useLanguage(), useParams().id ?? "")} />;
}
