import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { removePasskey } from "~/domain/auth/remove-passkey.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireOwnStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { RefusedChange } from "~/ui/auth/refused-change";
import { db } from "~db/client.server";

export const loader = leadsTo(paths.mySignIn);

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireOwnStepUp(request);
  const outcome = await removePasskey(db, { by, passkeyId: requireId(params.id), at: now() });
  return outcome.ok ? redirect(paths.mySignIn(requireLanguage(params))) : answerRefusal(outcome);
}

export default RefusedChange;
