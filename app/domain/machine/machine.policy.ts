import { hasRole, type Viewer } from "~/domain/members/viewer";

export const mayLookAfterMachine = (viewer: Viewer) => hasRole(viewer, "operator");
