import { hasRole, isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";

/** Those of the convening authorities who are in the room. */
type Convened = { parts: { memberId: string }[] };

/** One of the two officers of a legal hold: of those who convene, and of no one room's chair alone. */
export const mayHoldRecord = (viewer: Viewer, { parts }: Convened): viewer is Member =>
  isAuthorityStaff(viewer) &&
  hasRole(viewer, "officer") &&
  parts.some(({ memberId }) => memberId === viewer.memberId);
