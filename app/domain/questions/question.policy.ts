import { hasRole, isAuthorityStaff, isMember, type Member, type Viewer } from "~/domain/members/viewer";

type Issued = { leadOrganisationId: string; authorities: string[] };

/** Their institution's own questions; its administrator reads and does not ask. */
export const mayReadOwnQuestions = (viewer: Viewer): viewer is Member =>
  isMember(viewer) && viewer.organisationKind === "institution";

export const mayAsk = (viewer: Viewer): viewer is Member =>
  mayReadOwnQuestions(viewer) && hasRole(viewer, "compliance-officer", "analyst");

export const mayReadQueue = (viewer: Viewer): viewer is Member => isAuthorityStaff(viewer);

/** Of each issuing authority: to take a question, give it to a colleague and write towards its answer. */
export const mayDraftAnswer = (
  viewer: Viewer,
  { authorities }: Pick<Issued, "authorities">,
): viewer is Member =>
  isAuthorityStaff(viewer) &&
  authorities.includes(viewer.organisationId) &&
  hasRole(viewer, "analyst", "officer");

/** One voice: an officer of the authority that leads. */
export const maySpeak = (
  viewer: Viewer,
  { leadOrganisationId }: Pick<Issued, "leadOrganisationId">,
): viewer is Member =>
  isAuthorityStaff(viewer) && viewer.organisationId === leadOrganisationId && hasRole(viewer, "officer");

/** What everyone will read takes two people: whoever wrote the last word does not release it. */
export const isSecondPerson = (
  viewer: Member,
  { addressee, changedBy }: { addressee: "asker" | "everyone"; changedBy: string },
) => addressee === "asker" || changedBy !== viewer.memberId;
