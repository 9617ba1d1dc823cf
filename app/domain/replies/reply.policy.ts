import { hasRole, isAuthorityStaff, type Viewer } from "~/domain/members/viewer";

type Run = { authorityId: string };

/** Points are read by the authority that asked, and by nobody else. */
export const mayReadPoints = (viewer: Viewer, { authorityId }: Run) =>
  isAuthorityStaff(viewer) && viewer.organisationId === authorityId;

/** To group points and write replies. */
export const mayWriteReplies = (viewer: Viewer, round: Run) =>
  mayReadPoints(viewer, round) && hasRole(viewer, "officer", "analyst");

/** Published words have two readers: an officer who put no hand to them lets them go. */
export const mayReleaseReply = (viewer: Viewer, reply: Run & { writers: string[] }) =>
  mayReadPoints(viewer, reply) && hasRole(viewer, "officer") && !reply.writers.includes(viewer.memberId);
