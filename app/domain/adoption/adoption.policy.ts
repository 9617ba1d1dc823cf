import { hasRole, isMember, type Member, type Role, type Viewer } from "~/domain/members/viewer";

/** Those who answer for the rules: the administrator looks after people, not after red flags. */
export const workingRoles = ["compliance-officer", "analyst"] as const satisfies Role[];

/** The board is the institution's own: all of its people see it, and nobody else does. */
export const mayReadBoards = (viewer: Viewer): viewer is Member =>
  isMember(viewer) && viewer.organisationKind === "institution";

export const mayWorkOnBoards = (viewer: Viewer): viewer is Member =>
  mayReadBoards(viewer) && hasRole(viewer, ...workingRoles);
