import { mayEditDraft, mayPublish } from "~/domain/advisories/advisory.policy";
import { hasRole, isAuthorityStaff, isTranslatorOf, type Viewer } from "~/domain/members/viewer";
import type { ClearanceKind } from "./draft";

type Draft = { leadOrganisationId: string; authorities: string[] };

export const mayDiscardDraft = (viewer: Viewer, draft: Draft & { openedBy: string }) =>
  mayEditDraft(viewer, draft) && (viewer.memberId === draft.openedBy || mayPublish(viewer, draft));

/** Legal clearance is the lead's; a language is answered for by a translator of it in any issuing authority. */
export function mayClear(viewer: Viewer, draft: Draft, kind: ClearanceKind) {
  if (!isAuthorityStaff(viewer) || !draft.authorities.includes(viewer.organisationId)) return false;
  switch (kind) {
    case "legal":
      return hasRole(viewer, "legal") && viewer.organisationId === draft.leadOrganisationId;
    case "language-es":
      return isTranslatorOf(viewer, "es");
    case "language-en":
      return isTranslatorOf(viewer, "en");
    case "approval":
      return hasRole(viewer, "approver");
  }
}

/** Whoever gave a clearance takes it back, and nobody for them. */
export const mayTakeBack = (viewer: Viewer, clearance: { memberId: string }) =>
  viewer.memberId === clearance.memberId;
