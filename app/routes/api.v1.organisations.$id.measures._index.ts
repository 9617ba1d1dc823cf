import { done } from "~/domain/outcome";
import { proposeMeasure as propose } from "~/domain/vetting/propose-measure.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { proposeMeasure } from "~/http/api/operations/vetting";

const resource = answering(
  bind(proposeMeasure, async ({ db, by, at, params: { id: organisationId }, body }) => {
    const outcome = await propose(db, { ...body, organisationId, by, at });
    if (!outcome.ok) return outcome;
    const { emergencyUntil, ...measure } = outcome.value;
    return done({ body: { ...measure, emergencyUntil: emergencyUntil?.toISOString() ?? null } });
  }),
);

export const loader = resource;
export const action = resource;
