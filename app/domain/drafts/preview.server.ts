import { inArray } from "drizzle-orm";
import { type AdvisoryView, findCatalogued } from "~/domain/advisories/advisories.server";
import { foldNumber, publicRedFlagId } from "~/domain/advisories/advisory";
import { contentHash } from "~/domain/advisories/content-hash.server";
import { advisoriesOpenTo, keysHeld, redFlagsOpenTo } from "~/domain/advisories/open-to.server";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { advisoryNumbers } from "~db/schema";
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
    const held = { keys: keysHeld(keys), readers: "any" as const };

    const named = found.content.redFlags.flatMap((flag) => [...flag.combinesWith, flag.mergedInto ?? ""]);
    const issued = await redFlagsOpenTo(tx, named, held);
    const own = found.content.redFlags.map((flag) => publicRedFlagId(draft.number, flag));
    const knows = (id: string) => issued.has(id) || own.includes(id);
    const content = {
      ...found.content,
      redFlags: found.content.redFlags.map((flag) => ({
        ...flag,
        combinesWith: flag.combinesWith.filter(knows),
        mergedInto: flag.mergedInto !== null && knows(flag.mergedInto) ? flag.mergedInto : null,
      })),
    };

    const numbers = content.relations.map(({ number }) => foldNumber(number));
    const related = numbers.length
      ? await tx
          .select({ folded: advisoryNumbers.folded, id: advisoryNumbers.advisoryId })
          .from(advisoryNumbers)
          .where(inArray(advisoryNumbers.folded, numbers))
      : [];
    const open = await advisoriesOpenTo(
      tx,
      related.map(({ id }) => id),
      held,
    );
    const linkable = new Set(related.filter(({ id }) => open.has(id)).map(({ folded }) => folded));
    const codes = content.typologies.map(({ code }) => code);
    const catalogue = await findCatalogued(tx, codes);
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
