import { confirmMeasure as confirm } from "~/domain/vetting/confirm-measure.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { confirmMeasure } from "~/http/api/operations/vetting";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(confirmMeasure, async ({ db, by, at, params: { id: organisationId, measure: measureId }, body }) =>
    replied(await confirm(db, { organisationId, measureId, reason: body.reason, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
