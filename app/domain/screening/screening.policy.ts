import { hasRole, type Viewer } from "~/domain/members/viewer";

/** What the screen stops is told by kind and day, to whoever looks after the machine. */
export const mayReadScreenedCounts = (viewer: Viewer) => hasRole(viewer, "operator");
