import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { setDeadLetterAside } from "~/domain/digests/set-dead-letter-aside.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { requireOperator } from "~/http/operators.server";
import { answerRefusal } from "~/http/outcomes";
import { typedText } from "~/http/typed-text";
import { paths } from "~/paths";
import { RefusedMailAct } from "~/ui/machine/refused-mail-act";
import { db } from "~db/client.server";

export const handle = { title: "operations:mail.title" };

export const loader = leadsTo(paths.mailOperations);

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireOperator(request);
  const reason = typedText(await request.formData())("reason");
  const outcome = await setDeadLetterAside(db, { id: requireId(params.id), reason, by, at: now() });
  return outcome.ok ? redirect(paths.mailOperations(requireLanguage(params))) : answerRefusal(outcome);
}

export default RefusedMailAct;
