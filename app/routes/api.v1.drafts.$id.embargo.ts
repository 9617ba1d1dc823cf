import { cancelPublication } from "~/domain/drafts/cancel-publication.server";
import { schedulePublication } from "~/domain/drafts/schedule-publication.server";
import { done } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/publications";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.schedulePublication, async ({ db, by, at, params, body: { until, contentHash } }) => {
    const embargo = new Date(until);
    const outcome = await schedulePublication(db, { draftId: params.id, contentHash, embargo, by, at });
    return outcome.ok ? done({ body: { scheduledFor: outcome.value.scheduledFor.toISOString() } }) : outcome;
  }),
  bind(operations.liftEmbargo, async ({ db, by, at, params }) =>
    repliedDone(await cancelPublication(db, { draftId: params.id, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
