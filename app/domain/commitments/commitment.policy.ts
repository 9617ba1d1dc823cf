import { isMember, type Member, type Viewer } from "~/domain/members/viewer";
import type { RoundtablePart } from "~/domain/roundtables/roundtable";
import { mayChair } from "~/domain/roundtables/roundtable.policy";

type Commitment = {
  /** Who owes it. */
  organisationId: string;
  parts: { memberId: string; part: RoundtablePart }[];
};

/** The people of the organisation that owes it who are at the table, and the chairs of the room. */
export const maySettleCommitment = (viewer: Viewer, commitment: Commitment): viewer is Member =>
  isMember(viewer) && (viewer.organisationId === commitment.organisationId || mayChair(viewer, commitment));
