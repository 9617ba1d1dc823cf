import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { retryDeadLetter } from "~/domain/digests/retry-dead-letter.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { requireOperator } from "~/http/operators.server";
import { answerRefusal } from "~/http/outcomes";
import { paths } from "~/paths";
import { RefusedMailAct } from "~/ui/machine/refused-mail-act";
import { db } from "~db/client.server";

export const handle = { title: "operations:mail.title" };

export const loader = leadsTo(paths.mailOperations);

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireOperator(request);
  const lookedUp = (await request.formData()).get("lookedUp") === "1";
  const outcome = await retryDeadLetter(db, { id: requireId(params.id), lookedUp, by, at: now() });
  return outcome.ok ? redirect(paths.mailOperations(requireLanguage(params))) : answerRefusal(outcome);
}

export default RefusedMailAct;
