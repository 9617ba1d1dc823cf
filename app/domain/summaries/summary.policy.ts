import { hasRole, isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";

type Issued = {
  /** The authorities that put their name to it. */
  issuers: string[];
};

/** Whoever speaks for one of its authorities where sessions are concerned; its room's chairs do by what is sealed in it. */
export const mayWithdrawSummary = (viewer: Viewer, { issuers }: Issued): viewer is Member =>
  isAuthorityStaff(viewer) && hasRole(viewer, "convener") && issuers.includes(viewer.organisationId);
