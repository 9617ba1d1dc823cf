import type { AdvisoryContent } from "~/domain/advisories/advisory.form";

/** Above CLEAR with an audience of nobody: allowed, and said. */
export const publishesToNobody = ({ tlp, audience }: Pick<AdvisoryContent, "tlp" | "audience">) =>
  tlp !== "CLEAR" &&
  audience.members.length === 0 &&
  (tlp === "RED" ||
    (audience.jurisdictions.length === 0 &&
      audience.sectors.length === 0 &&
      audience.organisations.length === 0));
