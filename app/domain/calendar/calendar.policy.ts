import { mayWorkOnBoards } from "~/domain/adoption/adoption.policy";
import { mayFillSheet } from "~/domain/answers/sheet.policy";
import { hasRole, isAuthorityStaff, type Member } from "~/domain/members/viewer";
import { mayPlanRounds } from "~/domain/rounds/round.policy";
import { mayReadVetting } from "~/domain/vetting/vetting.policy";
import type { OccasionKind } from "./occasion";

/** Of what kinds this member's calendar can be. */
export function kindsFor(viewer: Member): OccasionKind[] {
  const administers = hasRole(viewer, "administrator");
  const relies = administers || hasRole(viewer, "compliance-officer");
  const vets = mayReadVetting(viewer, viewer);
  const kinds: [OccasionKind, boolean][] = [
    ["publication", isAuthorityStaff(viewer)],
    ["vetting-end", administers],
    ["cover-end", relies && viewer.jurisdiction === "US" && viewer.organisationKind === "institution"],
    ["emergency-end", vets],
    ["organisation-end", vets],
    ["adoption-due", mayWorkOnBoards(viewer)],
    ["session", ["authority", "institution"].includes(viewer.organisationKind)],
    ["round-end", mayFillSheet(viewer) || mayPlanRounds(viewer)],
  ];
  return kinds.filter(([, may]) => may).map(([kind]) => kind);
}
