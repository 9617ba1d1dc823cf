import { eq } from "drizzle-orm";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { contentHashOf } from "~/domain/advisories/content-hash-of.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Member } from "~/domain/members/viewer";
import type { Transaction } from "~db/client.server";
import { draftEdits, drafts } from "~db/schema";
import type { Draft } from "./drafts.server";
import { authoritiesOf } from "./open-draft.server";

type Edit = {
  draft: Pick<Draft, "id" | "number" | "revision" | "content" | "leadOrganisationId">;
  /** Left out where the edit is of the number alone. */
  content?: AdvisoryContent;
  number?: string;
  paths: string[];
  event: { action: string; detail?: Record<string, unknown> };
  editor: Member;
  at: Date;
};

/** One more revision of a locked draft: its content, its hash, who changed which pieces, and the event, as one. */
export async function writeEdit(
  tx: Transaction,
  { draft, content = draft.content, number = draft.number, paths, event, editor, at }: Edit,
) {
  const contentHash = contentHashOf(number, content);
  const revision = draft.revision + 1;
  const authorities = authoritiesOf(content, draft.leadOrganisationId);
  await tx.update(drafts).set({ content, contentHash, revision, authorities }).where(eq(drafts.id, draft.id));
  await tx
    .insert(draftEdits)
    .values({ draftId: draft.id, revision, memberId: editor.memberId, at, paths, contentHash });
  await recordEvent(tx, {
    action: event.action,
    subject: { kind: "draft", id: draft.id },
    detail: { revision, contentHash, ...event.detail },
    at,
  });
  return { contentHash, revision };
}
