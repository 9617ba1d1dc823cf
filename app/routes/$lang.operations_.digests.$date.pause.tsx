import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { pauseDigestRun } from "~/domain/digests/pause-digest-run.server";
import { leadsTo } from "~/http/act-place";
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
  const outcome = await pauseDigestRun(db, { localDate: params.date ?? "", by, at: now() });
  return outcome.ok ? redirect(paths.mailOperations(requireLanguage(params))) : answerRefusal(outcome);
}

export default RefusedMailAct;
