import { and, eq, isNull } from "drizzle-orm";
import { contentOfVersion, findAdvisory } from "~/domain/advisories/advisories.server";
import { mayAmend } from "~/domain/advisories/advisory.policy";
import { contentHashOf } from "~/domain/advisories/content-hash-of.server";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { advisories, advisoryVersions, draftEdits, drafts } from "~db/schema";
import { authoritiesOf } from "./open-draft.server";

/** Opens a draft of the next version from the current one. There is one open draft per advisory: a second call answers with it. */
export function amendAdvisory(db: Db, { number, by, at }: { number: string; by: Viewer; at: Date }) {
  return asActor(db, by, async (tx) => {
    const seen = await findAdvisory(tx, by, number);
    if (!seen) return refused("not_found");
    if (!isMember(by) || !mayAmend(by, seen)) return refused("not_allowed");
    const [advisory] = await tx
      .select({ status: advisories.status, currentVersion: advisories.currentVersion })
      .from(advisories)
      .where(eq(advisories.id, seen.id))
      .for("update");
    if (advisory?.status !== "published") return refused("not_in_force");

    const [open] = await tx
      .select({ id: drafts.id })
      .from(drafts)
      .where(and(eq(drafts.advisoryId, seen.id), isNull(drafts.publishedAt), isNull(drafts.discardedAt)));
    if (open) return done({ id: open.id, number: seen.number });

    const [full] = await tx
      .select({
        id: advisoryVersions.id,
        envelope: advisoryVersions.envelope,
        contentHash: advisoryVersions.contentHash,
      })
      .from(advisoryVersions)
      .where(and(eq(advisoryVersions.advisoryId, seen.id), eq(advisoryVersions.n, seen.currentVersion)));
    if (!full) return refused("not_found");
    const issued = await contentOfVersion(tx, full);
    // What is built on must be all of it: a part unseen would be lost from the next version.
    if (contentHashOf(seen.number, issued) !== full.contentHash) {
      throw new Error("an issued version is not whole");
    }
    const content = {
      ...issued,
      changeNote: { es: "", en: "" },
      // Why a flag was withdrawn or merged stays true; what was amended in it is a matter of the version before.
      redFlags: issued.redFlags.map((flag) =>
        flag.state === "active" ? { ...flag, changeNote: { es: "", en: "" } } : flag,
      ),
    };
    const contentHash = contentHashOf(seen.number, content);
    const [draft] = await tx
      .insert(drafts)
      .values({
        advisoryId: seen.id,
        baseVersion: seen.currentVersion,
        content,
        contentHash,
        openedBy: by.memberId,
        openedAt: at,
        authorities: authoritiesOf(content, seen.leadOrganisationId),
      })
      .returning({ id: drafts.id });
    if (!draft) throw new Error("a draft was not stored");
    await tx
      .insert(draftEdits)
      .values({ draftId: draft.id, revision: 1, memberId: by.memberId, at, paths: [], contentHash });
    await recordEvent(tx, {
      action: "draft.opened",
      subject: { kind: "draft", id: draft.id },
      detail: { number: seen.number, amends: seen.currentVersion, contentHash },
      at,
    });
    return done({ id: draft.id, number: seen.number });
  });
}
