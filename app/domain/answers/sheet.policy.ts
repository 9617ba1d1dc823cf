import { hasRole, isMember, type Member, type Viewer } from "~/domain/members/viewer";

/** An institution's analysts draft its answers together with its compliance officer. */
export const mayFillSheet = (viewer: Viewer): viewer is Member =>
  isMember(viewer) &&
  viewer.organisationKind === "institution" &&
  hasRole(viewer, "analyst", "compliance-officer");

export const maySignAnswers = (viewer: Viewer): viewer is Member =>
  mayFillSheet(viewer) && hasRole(viewer, "compliance-officer");
