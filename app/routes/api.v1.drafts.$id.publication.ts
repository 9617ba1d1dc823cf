import { cancelPublication } from "~/domain/drafts/cancel-publication.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/publications";
import { replied, repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.publishAdvisory, async ({ db, by, at, params, body }) =>
    replied(await publishAdvisory(db, { draftId: params.id, ...body, by, at })),
  ),
  bind(operations.cancelPublication, async ({ db, by, at, params }) =>
    repliedDone(await cancelPublication(db, { draftId: params.id, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
