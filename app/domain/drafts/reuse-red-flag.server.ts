import { and, eq } from "drizzle-orm";
import { withReferences } from "~/domain/advisories/advisories.server";
import { asActor } from "~/domain/as-actor.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { advisories, advisoryVersions, indicators, versionRedFlags } from "~db/schema";
import { lockEditableDraft } from "./lock-editable-draft.server";
import { writeEdit } from "./write-edit.server";

type Reuse = { draftId: string; publicId: string; by: Viewer; at: Date };

/** Puts a red flag of another advisory into this draft: the same indicator, under the id that it already has. */
export function reuseRedFlag(db: Db, { draftId, publicId, by, at }: Reuse) {
  return asActor(db, by, async (tx) => {
    const open = await lockEditableDraft(tx, draftId, by);
    if (!open.ok) return open;
    const { draft, editor } = open.value;

    const [found] = await tx
      .select({
        versionId: versionRedFlags.versionId,
        content: versionRedFlags.content,
        home: advisories.number,
        advisoryId: advisories.id,
      })
      .from(indicators)
      .innerJoin(advisories, eq(advisories.id, indicators.advisoryId))
      .innerJoin(
        versionRedFlags,
        and(eq(versionRedFlags.indicatorId, indicators.id), eq(versionRedFlags.current, true)),
      )
      // As its home prints it, not as another borrower does.
      .innerJoin(
        advisoryVersions,
        and(
          eq(advisoryVersions.id, versionRedFlags.versionId),
          eq(advisoryVersions.advisoryId, indicators.advisoryId),
        ),
      )
      .where(eq(indicators.publicId, publicId));
    if (!found) return refused("red_flag_unknown", { id: publicId });
    if (found.content.state === "withdrawn" || found.content.state === "merged-into") {
      return refused("red_flag_not_in_force", { id: publicId });
    }
    if (
      found.advisoryId === draft.advisoryId ||
      draft.content.redFlags.some((f) => f.id === found.content.id)
    ) {
      return refused("red_flag_already_here", { id: publicId });
    }

    const [printed = found.content] = await withReferences(tx, [found]);
    const flag = { ...printed, home: found.home, group: null };
    const content = { ...draft.content, redFlags: [...draft.content.redFlags, flag] };
    const { contentHash, revision } = await writeEdit(tx, {
      draft,
      content,
      paths: [`redFlags/${flag.id}`],
      event: { action: "draft.red-flag-reused" },
      editor,
      at,
    });
    return done({ revision, contentHash, content });
  });
}
