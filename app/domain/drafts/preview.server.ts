import { eq, inArray } from "drizzle-orm";
import { type AdvisoryView, withoutUnseen } from "~/domain/advisories/advisories.server";
import { foldNumber, publicRedFlagId } from "~/domain/advisories/advisory";
import { contentHash } from "~/domain/advisories/content-hash.server";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { advisories, advisoryNumbers, indicators, typologies } from "~db/schema";
import type { Draft } from "./drafts.server";
import { contentFor, keysOf, type Reader } from "./preview";

type Previewed = { view: AdvisoryView; withheld: number };

/** A draft as `reader` would find it if it were published at `at`; null where for them there would be no page. */
export function previewDraft(
  db: Db,
  viewer: Viewer,
  { draft, reader, at }: { draft: Draft; reader: Reader; at: Date },
): Promise<Previewed | null> {
  return asViewer(db, viewer, async (tx) => {
    const keys = keysOf(reader);
    const found = contentFor(draft.content, draft.authorities, keys);
    if (!found) return null;
    const open = (readers: string[]) => readers.some((key) => keys.includes(key));

    const named = found.content.redFlags.flatMap((flag) => [...flag.combinesWith, flag.mergedInto ?? ""]);
    const issued = named.length
      ? await tx
          .select({ id: indicators.publicId, readers: indicators.readers })
          .from(indicators)
          .where(inArray(indicators.publicId, named))
      : [];
    const seen = new Set([
      ...issued.filter(({ readers }) => open(readers)).map(({ id }) => id),
      ...found.content.redFlags.map((flag) => publicRedFlagId(draft.number, flag)),
    ]);
    const issuer = reader.kind === "staff" && draft.authorities.includes(reader.organisationId);
    const content = withoutUnseen(found.content, { seenFlags: seen, issuer, whole: found.withheld === 0 });

    const numbers = content.relations.map(({ number }) => foldNumber(number));
    const related = numbers.length
      ? await tx
          .select({ folded: advisoryNumbers.folded, readers: advisories.readers })
          .from(advisoryNumbers)
          .innerJoin(advisories, eq(advisories.id, advisoryNumbers.advisoryId))
          .where(inArray(advisoryNumbers.folded, numbers))
      : [];
    const linkable = new Set(related.filter(({ readers }) => open(readers)).map(({ folded }) => folded));
    const codes = content.typologies.map(({ code }) => code);
    const catalogue = codes.length
      ? await tx.select().from(typologies).where(inArray(typologies.code, codes))
      : [];
    const version = (draft.currentVersion ?? 0) + 1;
    return {
      withheld: found.withheld,
      view: {
        id: draft.advisoryId,
        number: draft.number,
        status: "published",
        version,
        currentVersion: version,
        firstPublishedAt: draft.firstPublishedAt ?? at,
        publishedAt: at,
        leadOrganisationId: draft.leadOrganisationId,
        withdrawal: null,
        replacedBy: null,
        content,
        contentHash: contentHash(content),
        versions: [{ n: version, publishedAt: at, changeNote: content.changeNote }],
        typologies: content.typologies.map(({ code, printed }) => {
          const entry = catalogue.find((one) => one.code === code);
          return {
            code,
            name: entry ? { es: entry.nameEs, en: entry.nameEn } : printed,
            amltrix: entry?.amltrix ?? [],
          };
        }),
        linkable: content.relations
          .map(({ number }) => number)
          .filter((number) => linkable.has(foldNumber(number))),
      },
    };
  });
}
