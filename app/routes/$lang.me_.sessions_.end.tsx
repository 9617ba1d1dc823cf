import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { endOtherSessions } from "~/domain/auth/end-other-sessions.server";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { requireSignedIn } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireSignedIn(request);
  await endOtherSessions(db, { by, at: now() });
  return redirect(paths.mySessions(requireLanguage(params)));
}
