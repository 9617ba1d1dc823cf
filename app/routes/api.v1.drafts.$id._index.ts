import { discardDraft } from "~/domain/drafts/discard-draft.server";
import { findDraft } from "~/domain/drafts/drafts.server";
import { saveDraftAsOf } from "~/domain/drafts/save-draft-as-of.server";
import { refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { draftReply, savedReply } from "~/http/api/draft-answers";
import { admitting } from "~/http/api/entity-tag";
import * as operations from "~/http/api/operations/drafts";
import { repliedDone } from "~/http/api/replied";
import { whileAt } from "~/http/api/while-at.server";

const resource = answering(
  bind(operations.findDraft, async ({ db, by, params }) => {
    const draft = await findDraft(db, by, params.id);
    return draft ? draftReply(draft) : refused("not_found");
  }),
  bind(operations.saveDraft, async ({ db, by, at, language, params, body, ifMatch }) =>
    savedReply(
      await saveDraftAsOf(db, {
        draftId: params.id,
        changes: body.changes,
        isAsRead: admitting(ifMatch),
        by,
        at,
      }),
      body.changes,
      language,
    ),
  ),
  bind(operations.discardDraft, async ({ db, by, at, params, ifMatch }) =>
    repliedDone(
      await whileAt(db, { draftId: params.id, ifMatch, by }, (tx) =>
        discardDraft(tx, { draftId: params.id, by, at }),
      ),
    ),
  ),
);

export const loader = resource;
export const action = resource;
