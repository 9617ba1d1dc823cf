import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { namePasskey } from "~/domain/auth/name-passkey.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireSignedIn } from "~/http/sessions.server";
import { typedText } from "~/http/typed-text";
import { paths } from "~/paths";
import { RefusedChange } from "~/ui/auth/refused-change";
import { db } from "~db/client.server";

export const loader = leadsTo(paths.mySignIn);

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireSignedIn(request);
  const name = typedText(await request.formData())("name");
  const outcome = await namePasskey(db, { by, passkeyId: requireId(params.id), name, at: now() });
  return outcome.ok ? redirect(paths.mySignIn(requireLanguage(params))) : answerRefusal(outcome, { name });
}

export default RefusedChange;
