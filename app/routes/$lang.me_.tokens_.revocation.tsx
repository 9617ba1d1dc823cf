import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { revokeEveryToken } from "~/domain/auth/revoke-every-token.server";
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
  await revokeEveryToken(db, { by, at: now() });
  return redirect(paths.myTokens(requireLanguage(params)));
}
