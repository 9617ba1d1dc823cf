import { eq } from "drizzle-orm";
import { mayEditDraft } from "~/domain/advisories/advisory.policy";
import { freeNumber } from "~/domain/advisories/allot-number.server";
import { fitsPattern } from "~/domain/advisories/number-pattern";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { advisories, draftEdits, drafts, organisations } from "~db/schema";
import { contentHashOf } from "./content-hash-of.server";
import { lockDraft } from "./drafts.server";

type Renumbering = { draftId: string; number: string; by: Viewer; at: Date };

/** Gives a draft that was never published another number of its issuer's series; clearances lapse with it. */
export function renumberDraft(db: Db, { draftId, number, by, at }: Renumbering) {
  return asViewer(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) return refused("not_found");
    if (!isMember(by) || !mayEditDraft(by, draft)) return refused("not_allowed");
    if (draft.publishedAt || draft.discardedAt) return refused("draft_closed");
    if (draft.scheduledFor) return refused("draft_scheduled");
    if (draft.currentVersion !== null) return refused("number_is_lasting");
    if (number === draft.number) return done({ number, contentHash: draft.contentHash });

    const [lead] = await tx
      .select()
      .from(organisations)
      .where(eq(organisations.id, draft.leadOrganisationId));
    const pattern = lead?.numberPatterns[draft.content.type];
    if (draft.content.origin === "native" && pattern && !fitsPattern(pattern, number)) {
      return refused("number_off_pattern", { pattern });
    }
    const free = await freeNumber(tx, number);
    if (!free.ok) return free;

    const contentHash = contentHashOf(number, draft.content);
    const revision = draft.revision + 1;
    await tx.update(advisories).set({ number }).where(eq(advisories.id, draft.advisoryId));
    await tx.update(drafts).set({ contentHash, revision }).where(eq(drafts.id, draftId));
    await tx
      .insert(draftEdits)
      .values({ draftId, revision, memberId: by.memberId, at, paths: ["number"], contentHash });
    await recordEvent(tx, {
      action: "draft.renumbered",
      subject: { kind: "draft", id: draftId },
      detail: { revision, contentHash },
      at,
    });
    return done({ number, contentHash });
  });
}
