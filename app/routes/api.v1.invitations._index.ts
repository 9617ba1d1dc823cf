import { mayInviteMembers } from "~/domain/invitations/invitation.policy";
import { listInvitations } from "~/domain/invitations/invitations.server";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { inviteMember as invite, listInvitations as list } from "~/http/api/operations/people";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(list, async ({ db, by, query: { cursor } }) => {
    if (!mayInviteMembers(by)) return refused("not_allowed");
    const items = (await listInvitations(db, by)).map(({ sentAt, expiresAt, ...one }) => ({
      ...one,
      sentAt: sentAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
    return stretchOf(items, list.path, cursor);
  }),
  bind(invite, async ({ db, by, at, body }) => {
    const key = (await secretKeys())("invitation");
    const outcome = await inviteMember(db, { ...body, by, at, key });
    if (!outcome.ok) return outcome;
    return done({ body: { ...outcome.value, expiresAt: outcome.value.expiresAt.toISOString() } });
  }),
);

export const loader = resource;
export const action = resource;
