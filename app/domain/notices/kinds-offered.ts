import { hasRole, isAuthorityStaff, type Member } from "~/domain/members/viewer";
import { type ChoosableKind, choosableKinds } from "./notice";

const administers = (viewer: Member) => hasRole(viewer, "administrator");
const vets = (viewer: Member) => hasRole(viewer, "officer");
const worksAtInstitution = (viewer: Member) =>
  viewer.organisationKind === "institution" && hasRole(viewer, "compliance-officer", "analyst");
const worksOnRounds = (viewer: Member) =>
  isAuthorityStaff(viewer) && hasRole(viewer, "analyst", "convener", "officer");

// By what an organisation is alone: who is offered a choice learns of no session by it.
const sitsWithOthers = ({ organisationKind }: Member) =>
  organisationKind === "authority" || organisationKind === "institution";

const reads = (viewer: Member) => viewer.organisationKind !== "operator";

const reaches: Record<ChoosableKind, (viewer: Member) => boolean> = {
  "advisory-published": reads,
  "advisory-amended": reads,
  "advisory-withdrawn": reads,
  "red-flags-changed": reads,
  "translation-stale": reads,
  "answer-published": reads,
  "invitation-accepted": administers,
  "organisation-applied": vets,
  "organisation-vetted": administers,
  "vetting-ending": administers,
  "question-asked": vets,
  "question-answered": worksAtInstitution,
  "red-flags-assigned": worksAtInstitution,
  "red-flags-due": worksAtInstitution,
  "round-opened": worksAtInstitution,
  "round-closing": worksAtInstitution,
  "round-extended": worksAtInstitution,
  "round-called-off": worksAtInstitution,
  "release-published": (viewer) => worksAtInstitution(viewer) || worksOnRounds(viewer),
  "statistics-published": (viewer) =>
    worksAtInstitution(viewer) || worksOnRounds(viewer) || hasRole(viewer, "observer"),
  "reply-published": worksAtInstitution,
  "confidential-date": sitsWithOthers,
  "confidential-due": sitsWithOthers,
};

/** Who invites and vets is told of it, and who asks, answers or looks after red flags; nobody is offered what would never reach them. */
export const kindsOffered = (viewer: Member) => choosableKinds.filter((kind) => reaches[kind](viewer));
