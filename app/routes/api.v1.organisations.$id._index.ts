import { textAsData } from "~/domain/exports/advisory-json";
import { done, refused } from "~/domain/outcome";
import { findOrganisationInvitation } from "~/domain/vetting/organisation-invitation.server";
import { findOrganisation as find } from "~/domain/vetting/organisation-record.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { findOrganisation } from "~/http/api/operations/vetting";

const resource = answering(
  bind(findOrganisation, async ({ db, by, at, params: { id } }) => {
    const found = await find(db, by, { id, at });
    if (!found) return refused("not_found");
    const { kind, shortName, name, jurisdiction, sector, lei, bic, bankCode, vetting, vettedUntil, cover } =
      found;
    const invited = await findOrganisationInvitation(db, by, { organisationId: id, at });
    const asked = found.applications.find(({ outcome }) => outcome === null);
    const open = found.measures.find(({ confirmedAt, endedAt }) => !confirmedAt && !endedAt);
    return done({
      body: {
        id,
        kind,
        shortName,
        name: textAsData(name),
        jurisdiction,
        sector,
        lei,
        bic,
        bankCode,
        vetting,
        vettedUntil,
        legalCover: {
          kind: cover.kind,
          on: cover.kind === "none" ? null : cover.on,
          until: cover.kind === "314b" ? cover.until : null,
          current: cover.kind === "314b" ? cover.current : null,
        },
        invitation: invited
          ? { id: invited.id, email: invited.email, expiresAt: invited.expiresAt.toISOString() }
          : null,
        application: asked
          ? {
              id: asked.id,
              submittedAt: asked.submittedAt.toISOString(),
              approvals: asked.decisions.filter((word) => word.kind === "approval").length,
            }
          : null,
        measure: open
          ? {
              id: open.id,
              kind: open.kind,
              proposedAt: open.proposedAt.toISOString(),
              emergencyUntil: open.emergencyUntil?.toISOString() ?? null,
            }
          : null,
      },
    });
  }),
);

export const loader = resource;
export const action = resource;
