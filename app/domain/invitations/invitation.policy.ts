import { hasRole, isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";
import type { InvitationKind } from "./invitation";

type Invitation = { kind: InvitationKind; organisationId: string; jurisdiction: string };

export const mayInviteMembers = (viewer: Viewer): viewer is Member => hasRole(viewer, "administrator");

/** To send it again or to withdraw it: a person's is their administrators', an organisation's the officers' of its country. */
export const mayRunInvitation = (
  viewer: Viewer,
  { kind, organisationId, jurisdiction }: Invitation,
): viewer is Member =>
  kind === "member"
    ? mayInviteMembers(viewer) && viewer.organisationId === organisationId
    : isAuthorityStaff(viewer) && hasRole(viewer, "officer") && viewer.jurisdiction === jurisdiction;
