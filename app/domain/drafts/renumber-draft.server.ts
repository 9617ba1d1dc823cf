import { DrizzleQueryError, eq } from "drizzle-orm";
import postgres from "postgres";
import { freeNumber } from "~/domain/advisories/allot-number.server";
import { fitsPattern, numberOf, wellFormedNumber } from "~/domain/advisories/number-pattern";
import { asActor } from "~/domain/as-actor.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { advisories, organisations } from "~db/schema";
import { lockEditableDraft } from "./lock-editable-draft.server";
import { writeEdit } from "./write-edit.server";

type Renumbering = { draftId: string; number: string; by: Viewer; at: Date };

/** Gives a draft that was never published another number of its issuer's series; clearances lapse with it. */
export function renumberDraft(db: Db, { draftId, number, by, at }: Renumbering) {
  return asActor(db, by, async (tx) => {
    const open = await lockEditableDraft(tx, draftId, by);
    if (!open.ok) return open;
    const { draft, editor } = open.value;
    if (draft.currentVersion !== null) return refused("number_is_lasting");
    if (number === draft.number) return done({ number, contentHash: draft.contentHash });

    const [lead] = await tx
      .select()
      .from(organisations)
      .where(eq(organisations.id, draft.leadOrganisationId));
    const pattern = lead?.numberPatterns[draft.content.type];
    if (draft.content.origin === "native" && pattern && !fitsPattern(pattern, number)) {
      return refused("number_off_pattern", { example: numberOf(pattern, at.getUTCFullYear(), 1) });
    }
    if (!wellFormedNumber(number)) return refused("number_malformed");
    const free = await freeNumber(tx, number);
    if (!free.ok) return free;

    const borne = await tx
      .transaction((inner) =>
        inner.update(advisories).set({ number }).where(eq(advisories.id, draft.advisoryId)),
      )
      .then(() => false, isTaken);
    if (borne) return refused("number_taken", { number });
    const { contentHash } = await writeEdit(tx, {
      draft,
      number,
      paths: ["number"],
      event: { action: "draft.renumbered" },
      editor,
      at,
    });
    return done({ number, contentHash });
  });
}

/** The unique index knows also of numbers that this viewer may not see. */
function isTaken(error: unknown) {
  if (
    error instanceof DrizzleQueryError &&
    error.cause instanceof postgres.PostgresError &&
    error.cause.code === "23505"
  )
    return true;
  throw error;
}
