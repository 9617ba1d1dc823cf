import { hasRole, isAuthorityStaff, isMember, type Member, type Viewer } from "~/domain/members/viewer";
import type { ClearanceKind, RoundtablePart } from "./roundtable";

/** Those of the convening authorities who are in the room. */
type Convened = { parts: { memberId: string; part: RoundtablePart }[] };

const holds = (viewer: Member, { parts }: Convened, wanted: RoundtablePart) =>
  parts.some(({ memberId, part }) => memberId === viewer.memberId && part === wanted);

export const mayProposeRoundtable = (viewer: Viewer): viewer is Member =>
  isAuthorityStaff(viewer) && hasRole(viewer, "convener");

/** Writes the agenda, invites, convenes, moves and cancels. */
export const mayChair = (viewer: Viewer, room: Convened): viewer is Member =>
  mayProposeRoundtable(viewer) && holds(viewer, room, "chair");

/** Whoever was brought in to clear, if theirs is that kind of word; that they did not write it and gave no other is asked as well. */
export const mayClearAgenda = (viewer: Viewer, room: Convened, kind: ClearanceKind): viewer is Member =>
  isAuthorityStaff(viewer) &&
  holds(viewer, room, "clearer") &&
  (kind === "legal" ? hasRole(viewer, "legal") : hasRole(viewer, "legal", "officer"));

/** Of an institution that was invited: its compliance officers say whom it sends. */
export const mayNameAttendees = (viewer: Viewer, { invited }: { invited: string[] }): viewer is Member =>
  isMember(viewer) &&
  viewer.organisationKind === "institution" &&
  hasRole(viewer, "compliance-officer") &&
  invited.includes(viewer.organisationId);

export const mayAnswerSeat = (viewer: Viewer, { memberId }: { memberId: string }): viewer is Member =>
  isMember(viewer) && viewer.organisationKind === "institution" && viewer.memberId === memberId;

/** Whoever sits at the table: of those who convene it, or in a seat. What is said is theirs once they accepted the terms. */
export const mayTakePart = (viewer: Viewer, { seated }: { seated: boolean }): viewer is Member =>
  isMember(viewer) && ["authority", "institution"].includes(viewer.organisationKind) && seated;
