import type { ActionFunctionArgs } from "@remix-run/node";
import { askToMakePasskey } from "~/domain/auth/ask-to-make-passkey.server";
import { findOwnEmail } from "~/domain/auth/own-sign-in.server";
import { env } from "~/env.server";
import { answerChallenge } from "~/http/challenge.server";
import { notFound } from "~/http/outcomes";
import { requireOwnStepUp } from "~/http/sessions.server";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

export async function action({ request, context }: ActionFunctionArgs) {
  const by = await requireOwnStepUp(request);
  return answerChallenge(context, async () =>
    askToMakePasskey(db, {
      site: env(),
      whose: { purpose: "add", ...by },
      account: await findOwnEmail(db, by),
      name: by.name,
    }),
  );
}
