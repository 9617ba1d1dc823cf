import { lockDraft } from "~/domain/drafts/drafts.server";
import type { Member } from "~/domain/members/viewer";
import { type Outcome, refused } from "~/domain/outcome";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { admitting, type EntityTags } from "./entity-tag";

type Condition = { draftId: string; ifMatch: EntityTags | undefined; by: Member };

/** Carries out an act on a draft while it is at the revision that If-Match names. */
export const whileAt = <Value>(
  db: Db,
  { draftId, ifMatch, by }: Condition,
  act: (tx: Transaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> =>
  asViewer(db, by, async (tx) => {
    const draft = ifMatch && (await lockDraft(tx, draftId));
    if (draft && !admitting(ifMatch)(draft.revision)) {
      return refused("stale_revision", { revision: draft.revision });
    }
    return act(tx);
  });
