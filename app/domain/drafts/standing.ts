import type { Member } from "~/domain/members/viewer";
import {
  type ClearanceKind,
  clearanceKinds,
  clearanceObstacle,
  requirementsOf,
  standingClearances,
} from "./draft";
import { mayClear } from "./draft.policy";

/** A clearance that no longer counts, with the edit that undid it. */
export type Lapse = {
  kind: ClearanceKind;
  memberId: string;
  name: string;
  at: Date;
  undoneBy: { memberId: string; name: string | null; at: Date; paths: string[] } | null;
};

type Draft = Parameters<typeof requirementsOf>[0] & { leadOrganisationId: string };
type Names = { people: Record<string, string>; authorities: Record<string, string> };

/** Where a draft stands in being cleared, as one member sees it: what counts, what lapsed, what they may give. */
export function standingOf(draft: Draft, lapses: Lapse[], names: Names, by: Member) {
  return {
    requirements: requirementsOf(draft),
    imported: importedState(draft),
    given: standingClearances(draft).map((one) => ({
      id: one.id,
      kind: one.kind,
      name: names.people[one.memberId] ?? "",
      organisation: names.authorities[one.organisationId] ?? "",
      organisationId: one.organisationId,
      note: one.note,
      at: one.at,
      own: one.memberId === by.memberId,
    })),
    lapses,
    mine: clearanceKinds
      .filter((kind) => mayClear(by, draft, kind) && requirementsOf(draft).some((one) => one.kind === kind))
      .map((kind) => ({ kind, obstacle: clearanceObstacle(draft, by, kind) ?? null })),
    exceptions: draft.exceptions.map((one) => ({
      organisation: names.authorities[one.organisationId] ?? "",
      severalKinds: one.severalKinds,
      approvalsNeeded: one.approvalsNeeded,
      reason: one.reason,
    })),
  };
}

export type Standing = ReturnType<typeof standingOf>;

/** Whether an imported document stands as its import made it; null for one of our own. */
function importedState({ content, editedHere }: Draft): "asPrinted" | "edited" | null {
  if (content.origin === "native") return null;
  return editedHere ? "edited" : "asPrinted";
}
