import { resendInvitation } from "~/domain/invitations/resend-invitation.server";
import { done } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { resendInvitation as operation } from "~/http/api/operations/people";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operation, async ({ db, by, at, params: { id } }) => {
    const key = (await secretKeys())("invitation");
    const outcome = await resendInvitation(db, { id, by, at, key });
    return outcome.ok ? done({ body: { id, expiresAt: outcome.value.expiresAt.toISOString() } }) : outcome;
  }),
);

export const loader = resource;
export const action = resource;
