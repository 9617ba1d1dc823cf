import { hasRole, isAuthorityStaff, type Viewer } from "~/domain/members/viewer";

type Run = { authorityId: string };

const runs = (viewer: Viewer, { authorityId }: Run) =>
  isAuthorityStaff(viewer) && viewer.organisationId === authorityId;

export const mayPlanRounds = (viewer: Viewer) =>
  isAuthorityStaff(viewer) && hasRole(viewer, "analyst", "convener", "officer");

export const mayChangeRound = (viewer: Viewer, round: Run) => runs(viewer, round) && mayPlanRounds(viewer);

/** To open a round is to give the authority's word; so is to put off its end or to call it off. */
export const mayOpenRound = (viewer: Viewer, round: Run) =>
  runs(viewer, round) && hasRole(viewer, "convener", "officer");
