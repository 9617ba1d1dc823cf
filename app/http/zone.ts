import { isMember, type Viewer } from "~/domain/members/viewer";

/** The clock on which a reader is told an hour; the world's for a reader nobody knows. */
export const zoneOf = (viewer: Viewer) => (isMember(viewer) ? viewer.timeZone : "UTC");
