import { hasRole, type Member } from "~/domain/members/viewer";
import { choosableKinds } from "./notice";

const ofOfficers: readonly string[] = ["organisation-applied", "question-asked"];
const ofThoseWhoWork: readonly string[] = [
  "question-answered",
  "red-flags-assigned",
  "red-flags-due",
  "reply-published",
];

/** Who invites and vets is told of it, and who asks or looks after red flags; nobody is offered what would never reach them. */
export const kindsOffered = (viewer: Member) =>
  choosableKinds.filter((kind) => {
    if (!ofThoseWhoWork.includes(kind)) {
      return hasRole(viewer, ofOfficers.includes(kind) ? "officer" : "administrator");
    }
    return viewer.organisationKind === "institution" && hasRole(viewer, "compliance-officer", "analyst");
  });
