import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal, notFound } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const wanted = (await request.formData()).getAll("wanted[]").map(String);
  const outcome = await chooseNotices(db, { wanted, by, at: now() });
  return outcome.ok ? redirect(paths.mySaved(requireLanguage(params), "notices")) : answerRefusal(outcome);
}

export default function Nowhere() {
  return null;
}
