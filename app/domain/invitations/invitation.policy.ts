import { hasRole, type Member, type Viewer } from "~/domain/members/viewer";

export const mayInviteMembers = (viewer: Viewer): viewer is Member => hasRole(viewer, "administrator");
