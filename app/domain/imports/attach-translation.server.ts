import { and, eq, isNull } from "drizzle-orm";
import { foldNumber, otherLanguage } from "~/domain/advisories/advisory";
import type { AdvisoryContent, Language, SubPoint, Text } from "~/domain/advisories/advisory.form";
import { mayImport } from "~/domain/advisories/advisory.policy";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import type { DraftChange } from "~/domain/drafts/draft-change";
import { findDraft } from "~/domain/drafts/drafts.server";
import { publicationBlockers } from "~/domain/drafts/publication-blockers.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import { saveDraft } from "~/domain/drafts/save-draft.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { advisories, drafts } from "~db/schema";
import type { Imported } from "./import-document.server";
import { type PrintedPoint, type PrintedTranslation, printedTranslation } from "./printed-document.form";
import { problemsOf } from "./problems-of";

type Attachment = {
  file: unknown;
  /** What changed, in both languages: the note of the version that the translation makes. */
  changeNote: Text;
  publish: boolean;
  by: Viewer;
  at: Date;
};

/**
 * Brings a translation to its document through the desk: a draft of the next version, saved, and published if asked and
 * if nobody has to answer for it first.
 */
export function attachTranslation(
  db: Db,
  { file, changeNote, publish, by, at }: Attachment,
): Promise<Outcome<Imported>> {
  const parsed = printedTranslation.safeParse(storable(file));
  if (!parsed.success) {
    return Promise.resolve(
      refused("import_does_not_fit", {
        problems: problemsOf(parsed.error),
      }),
    );
  }
  return allOrNothing<Imported>(db, by, async (tx) => {
    if (!isMember(by) || !mayImport(by)) return refused("not_allowed");
    const { number } = parsed.data;
    const opened = await draftFor(tx, { number, by, at });
    if (!opened.ok) return opened;
    const draft = await findDraft(tx, by, opened.value);
    if (!draft) return refused("not_found");

    const plan = changesOf(draft.content, parsed.data, draft.currentVersion === null ? null : changeNote);
    if (plan.unplaced.length > 0) {
      return refused("import_would_lose", {
        problems: plan.unplaced.map((path) => ({ path, reason: "import.no_counterpart" })),
      });
    }
    const untouched = plan.changes.every(({ kind, path }) => kind !== "set" || path.startsWith("changeNote"));
    const redFlags = parsed.data.redFlags.length;
    if (untouched) return refused("translation_already_here", { number: draft.number });

    const saved = await saveDraft(tx, { draftId: draft.id, changes: plan.changes, by, at });
    if (!saved.ok) return saved;
    if (saved.value.conflicts.length + saved.value.refusals.length > 0) {
      return refused("import_does_not_fit", { problems: saved.value.refusals });
    }
    if (!publish) return done({ number: draft.number, redFlags, status: "draft" });
    const published = await publishAdvisory(tx, { draftId: draft.id, by, at });
    if (published.ok) return done({ number: draft.number, redFlags, status: "published" });
    const now = await findDraft(tx, by, draft.id);
    const blockers = now ? await publicationBlockers(tx, now) : [];
    const missing = blockers.flatMap((one) => one.missing ?? []);
    // Whoever brings a translation does not answer for it: it is in, and waits for a reader of its language.
    return blockers.length > 0 && blockers.every(({ reason }) => reason === "not_cleared")
      ? done({
          number: draft.number,
          redFlags,
          status: "draft",
          waitsFor: [...new Set(missing.map(({ kind }) => kind))],
        })
      : published;
  });
}

/** The document's open draft, or a new one that amends its current version. */
async function draftFor(
  tx: Transaction,
  { number, by, at }: { number: string; by: Viewer; at: Date },
): Promise<Outcome<string>> {
  const open = await tx
    .select({ id: drafts.id, number: advisories.number })
    .from(drafts)
    .innerJoin(advisories, eq(advisories.id, drafts.advisoryId))
    .where(and(isNull(drafts.publishedAt), isNull(drafts.discardedAt)));
  const present = open.find((one) => foldNumber(one.number) === foldNumber(number));
  if (present) return done(present.id);
  const amended = await amendAdvisory(tx, { number, by, at });
  return amended.ok ? done(amended.value.id) : amended;
}

function changesOf(content: AdvisoryContent, translation: PrintedTranslation, changeNote: Text | null) {
  const { language } = translation;
  const source = otherLanguage(language);
  const changes: (DraftChange & { path: string })[] = [];
  const unplaced: string[] = [];
  const set = (path: string, was: unknown, now: unknown) => {
    if (JSON.stringify(was) !== JSON.stringify(now)) changes.push({ kind: "set", path, was, now });
  };
  const text = (path: string, present: Text, now: string) => {
    if (now) set(`${path}/${language}`, present[language], now);
  };

  text("title", content.title, translation.title);
  text("summary", content.summary, translation.summary);
  for (const [printed, now] of Object.entries(translation.groups)) {
    const group = content.groups.find(({ name }) => name[source] === printed);
    if (group) text(`groups/${group.id}/name`, group.name, now);
    else unplaced.push(`groups.${printed}`);
  }
  for (const [i, translated] of translation.redFlags.entries()) {
    const flag = content.redFlags.find(({ n, home }) => n === translated.n && home === null);
    if (!flag) {
      unplaced.push(`redFlags[${i}]`);
      continue;
    }
    const at = `redFlags/${flag.id}`;
    text(`${at}/text`, flag.text, translated.text);
    text(`${at}/heading`, flag.heading, translated.heading);
    text(`${at}/suggestedControl`, flag.suggestedControl, translated.suggestedAction);
    points(`${at}/sub`, flag.sub, translated.sub, `redFlags[${i}].sub`);
    for (const [j, note] of translated.footnotes.entries()) {
      const present = flag.footnotes[j];
      if (present && typeof note === "string") text(`${at}/footnotes/${present.id}/text`, present.text, note);
      else unplaced.push(`redFlags[${i}].footnotes[${j}]`);
    }
  }
  const listed = (name: "typologies" | "audience", items: { path: string; text: Text }[]) => {
    for (const [i, now] of translation[name].entries()) {
      const present = items[i];
      if (present && typeof now === "string") text(present.path, present.text, now);
      else unplaced.push(`${name}[${i}]`);
    }
  };
  listed(
    "typologies",
    content.typologies.map((one) => ({ path: `typologies/${one.code}/printed`, text: one.printed })),
  );
  listed(
    "audience",
    content.shareWith.map((one) => ({ path: `shareWith/${one.id}/text`, text: one.text })),
  );

  set(`translation/${language}`, content.translation[language], translation.translationStatus);
  if (changeNote && changes.length > 0) {
    for (const one of ["es", "en"] as const satisfies readonly Language[]) {
      set(`changeNote/${one}`, content.changeNote[one], changeNote[one]);
    }
  }
  return { changes, unplaced };

  function points(path: string, present: SubPoint[], translated: PrintedPoint[], printedPath: string) {
    for (const [i, one] of translated.entries()) {
      const point = present[i];
      if (!point) {
        unplaced.push(`${printedPath}[${i}]`);
        continue;
      }
      text(`${path}/${point.id}/text`, point.text, one.text);
      points(`${path}/${point.id}/sub`, point.sub, one.sub, `${printedPath}[${i}].sub`);
    }
  }
}
