import { hasRole, isAuthorityStaff, type Member, type Viewer } from "~/domain/members/viewer";
import type { RoundtablePart } from "~/domain/roundtables/roundtable";

type Convened = { parts: { memberId: string; part: RoundtablePart }[] };

/** The rapporteurs of the room, and its chairs. */
export const mayWriteMinutes = (viewer: Viewer, { parts }: Convened): viewer is Member =>
  isAuthorityStaff(viewer) &&
  parts.some(
    ({ memberId, part }) =>
      memberId === viewer.memberId &&
      (part === "rapporteur"
        ? hasRole(viewer, "rapporteur")
        : part === "chair" && hasRole(viewer, "convener")),
  );
