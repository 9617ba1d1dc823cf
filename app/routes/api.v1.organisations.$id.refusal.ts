import { decideOnApplication } from "~/domain/vetting/decide-on-application.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { refuseApplication } from "~/http/api/operations/vetting";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(refuseApplication, async ({ db, by, at, params: { id: organisationId }, body }) =>
    replied(
      await decideOnApplication(db, {
        organisationId,
        applicationId: body.application,
        kind: "refusal",
        reason: body.reason,
        by,
        at,
      }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
