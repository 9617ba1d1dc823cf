import { type ActionFunctionArgs, redirectDocument } from "@remix-run/node";
import { now } from "~/clock.server";
import { endSession } from "~/domain/auth/end-session.server";
import { requireLanguage } from "~/http/language";
import { notFound } from "~/http/outcomes";
import { sessionCare } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const language = requireLanguage(params);
  const cookie = await endSession(db, {
    cookies: request.headers.get("Cookie") ?? "",
    at: now(),
    ...sessionCare(),
  });
  return redirectDocument(paths.home(language), { headers: { "Set-Cookie": cookie } });
}
