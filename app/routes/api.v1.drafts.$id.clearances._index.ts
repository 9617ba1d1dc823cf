import { clearDraft } from "~/domain/drafts/clear-draft.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { clearDraft as operation } from "~/http/api/operations/publications";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params, body }) =>
    replied(await clearDraft(db, { draftId: params.id, ...body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
