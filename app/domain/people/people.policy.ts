import { hasRole, isMember, type Member, type Viewer } from "~/domain/members/viewer";

export const mayManagePeople = (viewer: Viewer): viewer is Member => hasRole(viewer, "administrator");

/** One's own, or as an administrator that of a colleague. */
export const mayEndMembership = (viewer: Viewer, memberId: string): viewer is Member =>
  isMember(viewer) && (viewer.memberId === memberId || mayManagePeople(viewer));

/** One's own name, language, zone and notices. */
export const mayKeepOwnPage = (viewer: Viewer): viewer is Member => isMember(viewer);
