import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { askToMakePasskey } from "~/domain/auth/ask-to-make-passkey.server";
import { findInvitationByToken } from "~/domain/invitations/invitations.server";
import { env } from "~/env.server";
import { answerChallenge } from "~/http/challenge.server";
import { notFound } from "~/http/outcomes";
import { db } from "~db/client.server";

export function loader() {
  throw notFound();
}

export async function action({ params, context }: ActionFunctionArgs) {
  const invitation = await findInvitationByToken(db, { token: params.token ?? "", at: now() });
  if (invitation?.state !== "open") throw notFound();
  return answerChallenge(context, () =>
    askToMakePasskey(db, {
      site: env(),
      whose: { purpose: "accept", invitationId: invitation.id },
      account: invitation.email,
      name: invitation.name ?? invitation.email,
    }),
  );
}
