import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";
import { z } from "zod";
import { now } from "~/clock.server";
import { embargoAt } from "~/domain/drafts/embargo";
import { schedulePublication } from "~/domain/drafts/schedule-publication.server";
import { refused } from "~/domain/outcome";
import { draftOf } from "~/http/drafts";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { EmbargoForm } from "~/ui/desk/embargo-form";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

const text = z.string().catch("");
const typedForm = z.object({
  contentHash: text,
  version: z.coerce.number().int().catch(0),
  date: text,
  time: text,
  zone: text,
});

export function loader({ params }: LoaderFunctionArgs) {
  return draftOf(params);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const { language, draftId } = draftOf(params);
  const typed = typedForm.parse(Object.fromEntries(await request.formData()));
  const embargo = embargoAt(typed);
  if (!embargo) return answerRefusal(refused("embargo_unreadable"), typed);
  const { contentHash } = typed;
  const outcome = await schedulePublication(db, { draftId, contentHash, embargo, by, at: now() });
  return outcome.ok ? redirect(paths.draft(language, draftId)) : answerRefusal(outcome, typed);
}

export default function Embargo() {
  const language = useLanguage();
  const { id = "" } = useParams();
  const answer = useActionData<typeof action>();
  return (
    <RefusedAct<z.infer<typeof typedForm>> back={paths.draftPart(language, id, "publication")}>
      {(typed) => (
        <EmbargoForm
          draftId={id}
          version={typed.version}
          contentHash={typed.contentHash}
          typed={typed}
          refusal={answer?.refusal}
        />
      )}
    </RefusedAct>
  );
}
