import { eq } from "drizzle-orm";
import { emptyContent } from "~/domain/advisories/advisory";
import type { AdvisoryContent, AdvisoryType } from "~/domain/advisories/advisory.form";
import { mayDraft } from "~/domain/advisories/advisory.policy";
import { allotNumber, freeNumber } from "~/domain/advisories/allot-number.server";
import { contentHashOf } from "~/domain/advisories/content-hash-of.server";
import { fitsPattern, numberOf, wellFormedNumber } from "~/domain/advisories/number-pattern";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { advisories, draftEdits, drafts, organisations } from "~db/schema";

type Opening = {
  type: AdvisoryType;
  /** Left out: the next number of the issuer's series for this type. */
  number?: string | undefined;
  /** Content to begin with; its issuers are kept, the lead is the opener's authority. */
  content?: AdvisoryContent | undefined;
  by: Viewer;
  at: Date;
};

/** Opens a new advisory as a draft of the opener's authority, under a number of its own series. */
export function openDraft(db: Db, { type, number, content, by, at }: Opening) {
  return asActor(db, by, async (tx) => {
    if (!mayDraft(by)) return refused("not_allowed");
    // An import comes in by its own act, a file by its upload: neither is claimed in passing.
    if (content && (content.origin !== "native" || content.source || content.attachments.length > 0)) {
      return refused("not_yours_to_set");
    }
    const [authority] = await tx.select().from(organisations).where(eq(organisations.id, by.organisationId));
    if (!authority) return refused("not_allowed");

    const pattern = authority.numberPatterns[type];
    const year = at.getUTCFullYear();
    if (!number && !pattern) return refused("number_missing");
    if (number && pattern && !fitsPattern(pattern, number)) {
      return refused("number_off_pattern", { example: numberOf(pattern, year, 1) });
    }
    if (number) {
      if (!wellFormedNumber(number)) return refused("number_malformed");
      const free = await freeNumber(tx, number);
      if (!free.ok) return free;
    }
    const given =
      number ?? (await allotNumber(tx, { organisationId: authority.id, pattern: pattern ?? "", year }));

    const begun =
      content ??
      emptyContent(type, [{ organisationId: authority.id, shortName: authority.shortName, role: "lead" }]);
    return storeNewDraft(tx, { number: given, content: begun, by, at });
  });
}

type NewDraft = {
  number: string;
  content: AdvisoryContent;
  by: Viewer & { memberId: string; organisationId: string };
  at: Date;
};

/** Writes the advisory and its first draft; the caller has decided that it may be. */
export async function storeNewDraft(
  tx: Parameters<Parameters<Db["transaction"]>[0]>[0],
  { number, content, by, at }: NewDraft,
) {
  const authorities = authoritiesOf(content, by.organisationId);
  const [advisory] = await tx
    .insert(advisories)
    .values({
      number,
      type: content.type,
      origin: content.origin,
      status: "draft",
      leadOrganisationId: by.organisationId,
      nextRedFlag: Math.max(0, ...content.redFlags.filter((f) => f.home === null).map((f) => f.n)) + 1,
      createdAt: at,
      tlp: content.tlp,
      audience: content.audience,
      authorities,
    })
    .onConflictDoNothing()
    .returning({ id: advisories.id });
  // Borne by one that this viewer may not see.
  if (!advisory) return refused("number_taken", { number });
  const hash = contentHashOf(number, content);
  const [draft] = await tx
    .insert(drafts)
    .values({
      advisoryId: advisory.id,
      content,
      contentHash: hash,
      openedBy: by.memberId,
      openedAt: at,
      authorities,
    })
    .returning({ id: drafts.id });
  if (!draft) throw new Error("a draft was not stored");
  await tx
    .insert(draftEdits)
    .values({ draftId: draft.id, revision: 1, memberId: by.memberId, at, paths: [], contentHash: hash });
  await recordEvent(tx, {
    action: "draft.opened",
    subject: { kind: "draft", id: draft.id },
    detail: { type: content.type, contentHash: hash },
    at,
  });
  return done({ id: draft.id, advisoryId: advisory.id, number });
}

/** The lead and the joint issuers that are on the platform: whose staff share the desk and must approve. */
export const authoritiesOf = (content: Pick<AdvisoryContent, "issuers">, leadOrganisationId: string) => [
  ...new Set([
    leadOrganisationId,
    ...content.issuers.flatMap(({ organisationId, role }) =>
      organisationId && role !== "in-coordination" ? [organisationId] : [],
    ),
  ]),
];
