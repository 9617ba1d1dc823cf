import { hasRole, isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";

/** A written exception to the clearance rule is the word of the authority's own administrator. */
export const mayMakeException = (viewer: Viewer): viewer is Member =>
  isAuthorityStaff(viewer) && hasRole(viewer, "administrator");
