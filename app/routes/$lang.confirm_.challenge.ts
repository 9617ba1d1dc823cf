import type { ActionFunctionArgs } from "@remix-run/node";
import { askForPasskey } from "~/domain/auth/ask-for-passkey.server";
import { env } from "~/env.server";
import { answerChallenge } from "~/http/challenge.server";
import { notFound } from "~/http/outcomes";
import { requireSignedIn } from "~/http/sessions.server";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

export async function action({ request, context }: ActionFunctionArgs) {
  const by = await requireSignedIn(request);
  return answerChallenge(context, () => askForPasskey(db, { site: env(), by }));
}
