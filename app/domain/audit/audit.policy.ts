import { hasRole, type Viewer } from "~/domain/members/viewer";

export const mayReadAudit = (viewer: Viewer) => hasRole(viewer, "auditor");
