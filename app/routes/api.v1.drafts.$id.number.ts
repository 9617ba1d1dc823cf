import { renumberDraft } from "~/domain/drafts/renumber-draft.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { renumberDraft as operation } from "~/http/api/operations/drafts";
import { replied } from "~/http/api/replied";
import { whileAt } from "~/http/api/while-at.server";

const resource = answering(
  bind(operation, async ({ db, by, at, params, body, ifMatch }) =>
    replied(
      await whileAt(db, { draftId: params.id, ifMatch, by }, (tx) =>
        renumberDraft(tx, { draftId: params.id, ...body, by, at }),
      ),
    ),
  ),
);

export const loader = resource;
export const action = resource;
