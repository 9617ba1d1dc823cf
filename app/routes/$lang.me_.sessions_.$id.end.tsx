import { type ActionFunctionArgs, redirect, redirectDocument } from "@remix-run/node";
import { now } from "~/clock.server";
import { endOwnSession } from "~/domain/auth/end-own-session.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireSignedIn } from "~/http/sessions.server";
import { paths } from "~/paths";
import { RefusedChange } from "~/ui/auth/refused-change";
import { db } from "~db/client.server";

export const loader = leadsTo(paths.mySessions);

export async function action({ request, params }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const by = await requireSignedIn(request);
  const sessionId = requireId(params.id);
  const outcome = await endOwnSession(db, { by, sessionId, at: now() });
  if (!outcome.ok) return answerRefusal(outcome);
  return sessionId === by.sessionId
    ? redirectDocument(paths.signIn(language))
    : redirect(paths.mySessions(language));
}

export default RefusedChange;
