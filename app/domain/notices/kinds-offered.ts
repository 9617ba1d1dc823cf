import { hasRole, type Member } from "~/domain/members/viewer";
import { choosableKinds } from "./notice";

const ofOfficers: readonly string[] = ["organisation-applied"];

/** Who invites and vets is told of it; nobody is offered what would never reach them. */
export const kindsOffered = (viewer: Member) =>
  choosableKinds.filter((kind) => hasRole(viewer, ofOfficers.includes(kind) ? "officer" : "administrator"));
