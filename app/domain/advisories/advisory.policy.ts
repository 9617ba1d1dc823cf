import { hasRole, isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";

type Led = { leadOrganisationId: string };
type Shared = { authorities: string[] };

const leads = (viewer: Viewer, { leadOrganisationId }: Led) =>
  isAuthorityStaff(viewer) && viewer.organisationId === leadOrganisationId;

/** Drafting is for analysts; a publisher or officer of the authority may also begin one. */
export const mayDraft = (viewer: Viewer) =>
  isAuthorityStaff(viewer) && hasRole(viewer, "analyst", "publisher", "officer", "translator");

export const mayImport = (viewer: Viewer) =>
  isAuthorityStaff(viewer) && hasRole(viewer, "analyst", "publisher", "officer");

export const mayPublish = (viewer: Viewer, led: Led) => leads(viewer, led) && hasRole(viewer, "publisher");

/** To take it out of force: withdrawn or superseded. */
export const mayWithdraw = mayPublish;

export const mayAmend = (viewer: Viewer, led: Led) => leads(viewer, led) && mayDraft(viewer);

/** Staff of an issuing authority work on its drafts together. */
export const mayEditDraft = (viewer: Viewer, { authorities }: Shared) =>
  isAuthorityStaff(viewer) &&
  authorities.includes(viewer.organisationId) &&
  hasRole(viewer, "analyst", "legal", "translator", "publisher", "officer");

export const mayReadDraft = (viewer: Viewer, { authorities }: Shared) =>
  isAuthorityStaff(viewer) && authorities.includes(viewer.organisationId);

export const mayComment = mayReadDraft;

export const mayKeepTypologies = (viewer: Viewer) =>
  isAuthorityStaff(viewer) && hasRole(viewer, "analyst", "publisher", "officer");

/** By which series an authority numbers is set by its own administrator. */
export const maySetNumberSeries = (viewer: Viewer): viewer is Member =>
  isAuthorityStaff(viewer) && hasRole(viewer, "administrator");
