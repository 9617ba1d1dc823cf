import { reuseRedFlag } from "~/domain/drafts/reuse-red-flag.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { savedAsReply } from "~/http/api/draft-answers";
import { reuseRedFlag as operation } from "~/http/api/operations/drafts";

const resource = answering(
  bind(operation, async ({ db, by, at, params, body }) =>
    savedAsReply(await reuseRedFlag(db, { draftId: params.id, publicId: body.redFlag, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
