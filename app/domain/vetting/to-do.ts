import type { Member } from "~/domain/members/viewer";
import type { OrganisationLine } from "./organisation-list.server";
import { daysBetween, reminderDays } from "./vetting";
import { mayReadVetting, mayTakeMeasures, mayVet } from "./vetting.policy";

const soonDays = Math.max(...reminderDays);

/** What this officer still has to say a word on, and whose vetting ends soon; nothing for anybody else. */
export function vettingToDo(lines: OrganisationLine[], officer: Member, today: string) {
  const isLone = ({ id, kind, jurisdiction }: OrganisationLine) =>
    kind === "authority" &&
    !lines.some(
      (other) =>
        other.id !== id &&
        other.kind === "authority" &&
        other.jurisdiction === jurisdiction &&
        other.vetting === "vetted",
    );
  const toDecide = (line: OrganisationLine) =>
    line.application !== null &&
    !line.application.own &&
    mayVet(officer, { id: line.id, jurisdiction: line.jurisdiction, lone: isLone(line) });
  const toConfirm = (line: OrganisationLine) =>
    line.measure !== null &&
    line.measure.proposedBy !== officer.memberId &&
    line.measure.authorityId === officer.organisationId &&
    mayTakeMeasures(officer, line);
  return {
    waiting: lines
      .map((line) => ({
        ...line,
        application: toDecide(line) ? line.application : null,
        measure: toConfirm(line) ? line.measure : null,
      }))
      .filter(({ application, measure }) => application !== null || measure !== null),
    ending: lines
      .filter(
        (line) =>
          mayReadVetting(officer, line) &&
          line.vetting === "vetted" &&
          line.vettedUntil !== null &&
          daysBetween(today, line.vettedUntil) <= soonDays,
      )
      .sort((a, b) => (a.vettedUntil ?? "").localeCompare(b.vettedUntil ?? "")),
  };
}
