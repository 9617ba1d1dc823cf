import { hasRole, isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";
import type { Subject } from "./vetting";

type Owned = { id: string };
type Asking = Pick<Member, "organisationId" | "roles">;

const isOfficer = (viewer: Viewer): viewer is Member =>
  isAuthorityStaff(viewer) && hasRole(viewer, "officer");
const answersFor = (viewer: Member, { jurisdiction }: { jurisdiction: string }) =>
  viewer.jurisdiction === jurisdiction;

/** Which organisations take part is told to the staff of every authority. */
export const mayReadOrganisations = (viewer: Viewer) => isAuthorityStaff(viewer);

/** Applications, reasons and measures are for the officers who answer for the organisation's country. */
export const mayReadVetting = (viewer: Viewer, subject: { jurisdiction: string }) =>
  isOfficer(viewer) && answersFor(viewer, subject);

export const mayInviteOrganisation = (viewer: Viewer): viewer is Member => isOfficer(viewer);

/** Nobody vets their own house, except where no other authority of the country could. */
export const mayVet = (viewer: Viewer, subject: Pick<Subject, "id" | "jurisdiction" | "lone">) =>
  isOfficer(viewer) && answersFor(viewer, subject) && (viewer.organisationId !== subject.id || subject.lone);

/** Suspending, revoking and reinstating: never the own organisation. */
export const mayTakeMeasures = (viewer: Viewer, subject: { id: string; jurisdiction: string }) =>
  isOfficer(viewer) && answersFor(viewer, subject) && viewer.organisationId !== subject.id;

export const maySetVettingPeriod = (viewer: Viewer): viewer is Member =>
  isAuthorityStaff(viewer) && hasRole(viewer, "administrator");

/** An organisation's own administrator asks for it, also before it is vetted. */
export const mayApply = (asking: Asking, { id }: Owned) =>
  asking.organisationId === id && asking.roles.some(({ role }) => role === "administrator");
