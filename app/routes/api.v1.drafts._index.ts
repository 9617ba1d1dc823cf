import { listDrafts } from "~/domain/drafts/drafts.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { draftSummaryAsAnswer, openedReply } from "~/http/api/draft-answers";
import * as operations from "~/http/api/operations/drafts";

const resource = answering(
  bind(operations.listDrafts, async ({ db, by, query }) => {
    const drafts = await listDrafts(db, by);
    return stretchOf(drafts.map(draftSummaryAsAnswer), operations.listDrafts.path, query.cursor);
  }),
  bind(operations.openDraft, async ({ db, by, at, body }) =>
    openedReply(await openDraft(db, { ...body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
