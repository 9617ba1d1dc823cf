import { and, eq, sql } from "drizzle-orm";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { advisoryContentSchema, type Language } from "~/domain/advisories/advisory.form";
import { mayImport } from "~/domain/advisories/advisory.policy";
import { allotNumber, freeNumber } from "~/domain/advisories/allot-number.server";
import { contentHash } from "~/domain/advisories/content-hash.server";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import type { ClearanceKind } from "~/domain/drafts/draft";
import { storeNewDraft } from "~/domain/drafts/open-draft.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import { isAuthorityStaff, type Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { advisories, advisoryVersions, organisations, typologies } from "~db/schema";
import { contentOfDocument } from "./content-of-document";
import { lostLeaves } from "./lost-leaves";
import { printedDocument } from "./printed-document.form";
import { problemsOf } from "./problems-of";

type Import = {
  /** The parsed file. */
  file: unknown;
  publish: boolean;
  by: Viewer;
  at: Date;
};

export type Imported = {
  number: string;
  redFlags: number;
  status: "published" | "draft" | "unchanged";
  /** Clearances that stand between it and the publication that was asked for. */
  waitsFor?: ClearanceKind[];
};

/** Takes in a document published elsewhere, whole or not at all. The same document a second time changes nothing. */
export function importDocument(db: Db, { file: given, publish, by, at }: Import): Promise<Outcome<Imported>> {
  const file = storable(given);
  const parsed = printedDocument.safeParse(file);
  if (!parsed.success) {
    return Promise.resolve(
      refused("import_does_not_fit", {
        problems: problemsOf(parsed.error),
      }),
    );
  }
  return allOrNothing<Imported>(db, by, async (tx) => {
    if (!isAuthorityStaff(by) || !mayImport(by)) return refused("not_allowed");
    const document = parsed.data;
    const given = document.number.trim();
    const held = given || (await numberOfTwin(tx, document.title, document.language));
    const number = held || (await platformNumber(tx, by.organisationId, at));
    const authorities = await tx
      .select({ id: organisations.id, shortName: organisations.shortName })
      .from(organisations)
      .where(eq(organisations.kind, "authority"));
    const catalogue = await tx
      .select({ code: typologies.code, printed: typologies.printed })
      .from(typologies)
      .where(eq(typologies.catalogued, true));
    const content = contentOfDocument(document, { authorities, typologies: catalogue, number });

    const valid = advisoryContentSchema.safeParse(content);
    if (!valid.success) {
      return refused("import_does_not_fit", {
        problems: problemsOf(valid.error),
      });
    }
    const lost = lostLeaves(file, content);
    if (lost.length > 0) {
      return refused("import_would_lose", {
        problems: lost.map((path) => ({ path, reason: "import.lost" })),
      });
    }

    const present = held ? await findAdvisory(tx, by, held) : undefined;
    if (present) {
      const first = await findAdvisory(tx, by, present.number, 1);
      return first?.contentHash === contentHash(content)
        ? done({ number: present.number, redFlags: content.redFlags.length, status: "unchanged" })
        : refused("number_taken", { number: present.number });
    }
    const free = await freeNumber(tx, number);
    if (!free.ok) return free;

    const stored = await storeNewDraft(tx, { number, content, by, at });
    if (!stored.ok) return stored;
    const draft = stored.value;
    if (!publish) {
      return done({ number, redFlags: content.redFlags.length, status: "draft" });
    }
    const published = await publishAdvisory(tx, { draftId: draft.id, by, at });
    return published.ok
      ? done({ number, redFlags: content.redFlags.length, status: "published" })
      : published;
  });
}

const platformNumber = (tx: Transaction, organisationId: string, at: Date) =>
  allotNumber(tx, { organisationId, pattern: "RIB-{year}-{n:4}", year: at.getUTCFullYear() });

/** A document without a number of its own is known again by its title. */
async function numberOfTwin(tx: Transaction, title: string, language: Language) {
  const [row] = await tx
    .select({ number: advisories.number })
    .from(advisoryVersions)
    .innerJoin(advisories, eq(advisories.id, advisoryVersions.advisoryId))
    .where(
      and(
        eq(advisories.origin, "imported"),
        eq(advisoryVersions.unnumberedTitle, sql`md5(${title})`),
        sql`${advisoryVersions.envelope} -> 'title' ->> ${language} = ${title}`,
      ),
    );
  return row?.number ?? "";
}
