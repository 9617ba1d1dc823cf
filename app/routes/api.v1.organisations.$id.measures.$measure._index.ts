import { withdrawMeasure as withdraw } from "~/domain/vetting/withdraw-measure.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { withdrawMeasure } from "~/http/api/operations/vetting";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(withdrawMeasure, async ({ db, by, at, params: { id: organisationId, measure: measureId } }) =>
    repliedDone(await withdraw(db, { organisationId, measureId, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
