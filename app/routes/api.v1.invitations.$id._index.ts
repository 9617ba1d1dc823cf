import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { withdrawInvitation as operation } from "~/http/api/operations/people";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params: { id } }) =>
    repliedDone(await withdrawInvitation(db, { id, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
