import { and, eq, inArray, sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import {
  advisories,
  advisoryNumbers,
  advisoryVersions,
  indicators,
  redFlagReferences,
  versionAttachments,
  versionDetails,
  versionRedFlags,
  versionSections,
} from "~db/schema";
import { foldNumber, publicRedFlagId, strictest } from "./advisory";
import type { AdvisoryContent, RedFlag } from "./advisory.form";
import { scattered } from "./scattered.server";
import { detailsOf, envelopeOf } from "./version-parts";

type Freeze = {
  advisory: {
    id: string;
    number: string;
    currentVersion: number | null;
    leadOrganisationId: string;
    firstPublishedAt: Date | null;
  };
  content: AdvisoryContent;
  contentHash: string;
  authorities: string[];
  by: Member;
  at: Date;
};

/** Makes the content the advisory's next immutable version and its current one. Part of the acts that publish. */
export async function freezeVersion(
  tx: Transaction,
  { advisory, content, contentHash, authorities, by, at }: Freeze,
): Promise<Outcome<{ id: string; n: number }>> {
  const { sections, redFlags, attachments } = content;
  const n = (advisory.currentVersion ?? 0) + 1;
  const marking = { tlp: content.tlp, audience: content.audience, authorities };
  const partMarking = (part: { tlp: AdvisoryContent["tlp"] }) => ({
    ...marking,
    tlp: strictest(content.tlp, part.tlp),
  });

  const numbers = [advisory.number, ...content.aliases];
  const rows = numbers.map((number, i) => ({
    folded: foldNumber(number),
    number,
    advisoryId: advisory.id,
    alias: i > 0,
  }));
  await tx.insert(advisoryNumbers).values(rows).onConflictDoNothing();
  const held = await tx
    .select({ folded: advisoryNumbers.folded })
    .from(advisoryNumbers)
    .where(
      and(
        inArray(
          advisoryNumbers.folded,
          rows.map((row) => row.folded),
        ),
        eq(advisoryNumbers.advisoryId, advisory.id),
      ),
    );
  const taken = rows.find((row) => !held.some((one) => one.folded === row.folded));
  if (taken) return refused("number_taken", { number: taken.number });

  const [version] = await tx
    .insert(advisoryVersions)
    .values({
      advisoryId: advisory.id,
      n,
      envelope: envelopeOf(content),
      typologies: content.typologies.map(({ code }) => code),
      contentHash,
      publishedAt: at,
      publishedBy: by.memberId,
      ...marking,
    })
    .returning({ id: advisoryVersions.id });
  if (!version) throw new Error("a version was not stored");

  const details = detailsOf(content);
  await tx.insert(versionDetails).values(
    scattered(details, ({ tlp, audience, ...detail }, position) => ({
      versionId: version.id,
      ...detail,
      position,
      tlp,
      audience,
      authorities,
    })),
  );
  if (sections.length > 0) {
    await tx.insert(versionSections).values(
      scattered(sections, (section, position) => ({
        versionId: version.id,
        sectionId: section.id,
        position,
        content: section,
        ...partMarking(section),
      })),
    );
  }
  if (attachments.length > 0) {
    await tx.insert(versionAttachments).values(
      scattered(attachments, (attachment, position) => ({
        versionId: version.id,
        attachmentId: attachment.id,
        position,
        content: attachment,
        ...partMarking(attachment),
      })),
    );
  }
  if (advisory.currentVersion !== null) {
    await tx
      .update(versionRedFlags)
      .set({ current: false })
      .where(
        inArray(
          versionRedFlags.versionId,
          tx
            .select({ id: advisoryVersions.id })
            .from(advisoryVersions)
            .where(
              and(
                eq(advisoryVersions.advisoryId, advisory.id),
                eq(advisoryVersions.n, advisory.currentVersion),
              ),
            ),
        ),
      );
  }
  if (redFlags.length > 0) {
    const home = redFlags.filter((flag) => flag.home === null);
    if (home.length > 0) {
      const kept = await tx
        .insert(indicators)
        .values(
          home.map((flag) => ({
            id: flag.id,
            publicId: publicRedFlagId(advisory.number, flag),
            advisoryId: advisory.id,
            n: flag.n,
            state: flag.state,
            firstPublishedAt: at,
            ...partMarking(flag),
          })),
        )
        .onConflictDoUpdate({
          target: indicators.id,
          set: {
            state: sql`excluded.state`,
            tlp: sql`excluded.tlp`,
            audience: content.audience,
            authorities,
          },
          setWhere: sql`${indicators.advisoryId} = excluded.advisory_id and ${indicators.n} = excluded.n`,
        })
        .returning({ id: indicators.id });
      if (kept.length < home.length) return refused("red_flag_id_taken");
    }
    await tx.insert(versionRedFlags).values(
      scattered(redFlags, (flag, position) => ({
        versionId: version.id,
        indicatorId: flag.id,
        position,
        content: { ...flag, combinesWith: [], mergedInto: null },
        current: true,
        ...partMarking(flag),
      })),
    );
    const references = redFlags.flatMap((flag) =>
      scattered(referencesOf(flag), (reference, position) => ({
        versionId: version.id,
        indicatorId: flag.id,
        ...reference,
        position,
        ...partMarking(flag),
      })),
    );
    if (references.length > 0) await tx.insert(redFlagReferences).values(references);
  }

  // Last: search is made anew once, from the whole version, when the advisory points to it.
  await tx
    .update(advisories)
    .set({
      status: "published",
      type: content.type,
      currentVersion: n,
      firstPublishedAt: advisory.firstPublishedAt ?? at,
      lastPublishedAt: at,
      sortDate: sortDateOf(content, advisory.firstPublishedAt ?? at),
      ...marking,
    })
    .where(eq(advisories.id, advisory.id));
  return done({ id: version.id, n });
}

/** The day on which a document from elsewhere came in here says nothing of its age. */
function sortDateOf({ date, origin }: AdvisoryContent, publishedAt: Date) {
  if (date) return date.value;
  return origin === "imported" ? "" : publishedAt.toISOString().slice(0, 10);
}

const referencesOf = ({ combinesWith, mergedInto }: RedFlag) => [
  ...combinesWith.map((publicId) => ({ kind: "combines-with" as const, publicId })),
  ...(mergedInto === null ? [] : [{ kind: "merged-into" as const, publicId: mergedInto }]),
];
