import type { ActionFunctionArgs } from "@remix-run/node";
import { askToMakePasskey } from "~/domain/auth/ask-to-make-passkey.server";
import { env } from "~/env.server";
import { answerChallenge } from "~/http/challenge.server";
import { invitationAt } from "~/http/invitations.server";
import { notFound } from "~/http/outcomes";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

export async function action({ params, context }: ActionFunctionArgs) {
  const found = await invitationAt(context, params.token);
  if (!found.ok || found.value.state !== "open") throw notFound();
  const invitation = found.value;
  return answerChallenge(context, () =>
    askToMakePasskey(db, {
      site: env(),
      whose: { purpose: "accept", invitationId: invitation.id },
      account: invitation.email,
      name: invitation.name ?? invitation.email,
    }),
  );
}
