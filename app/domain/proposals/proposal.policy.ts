import { mayDraft } from "~/domain/advisories/advisory.policy";
import { isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";

type Held = { authorityId: string };

/** Anybody who works at an authority, before its own desk: that one is there says nothing of where it comes from. */
export const mayPropose = (viewer: Viewer): viewer is Member => isAuthorityStaff(viewer);

/** Whoever drafts at that desk. */
export const maySettleProposal = (viewer: Viewer, { authorityId }: Held): viewer is Member =>
  isAuthorityStaff(viewer) && viewer.organisationId === authorityId && mayDraft(viewer);
