import { eq, inArray } from "drizzle-orm";
import { completeLanguages, foldNumber, publicRedFlagId, strictest } from "~/domain/advisories/advisory";
import { type AdvisoryContent, languages, type Tlp } from "~/domain/advisories/advisory.form";
import { advisoriesOpenTo, keysOfMarking, redFlagsOpenTo } from "~/domain/advisories/open-to.server";
import { checkParity } from "~/domain/parity/check-parity";
import type { Transaction } from "~db/client.server";
import { advisories, advisoryNumbers, indicators } from "~db/schema";
import { missingClearances, type Requirement } from "./draft";
import type { Draft } from "./drafts.server";
import { factBlockers } from "./fact-blockers";

/** Why a draft cannot be published as it stands; `reason` is a key under `refused`. */
export type Blocker = { reason: string; paths?: string[]; missing?: Requirement[]; count?: number };

/** Everything that stands between a draft and its publication, in the order in which people settle it. */
export async function publicationBlockers(tx: Transaction, draft: Draft): Promise<Blocker[]> {
  const { content } = draft;
  const blockers: Blocker[] = [];

  if (draft.status !== "draft" && draft.status !== "published") blockers.push({ reason: "not_in_force" });
  if (content.origin === "native") {
    const complete = completeLanguages(content);
    for (const language of languages) {
      if (!complete.includes(language)) blockers.push({ reason: `incomplete_${language}` });
    }
  } else if (completeLanguages(content).length === 0 && content.title.es + content.title.en === "") {
    blockers.push({ reason: "title_missing" });
  }

  const findings = claimsToAgree(content)
    ? checkParity(content).findings.filter(({ severity }) => severity === "blocking")
    : [];
  if (findings.length > 0) {
    blockers.push({
      reason: "languages_differ",
      count: findings.length,
      paths: [...new Set(findings.map(({ path }) => path))],
    });
  }
  if (draft.openComments > 0) blockers.push({ reason: "comments_open", count: draft.openComments });

  if (draft.currentVersion !== null && !(content.changeNote.es.trim() || content.changeNote.en.trim())) {
    blockers.push({ reason: "change_note_missing", paths: ["changeNote"] });
  }
  const unnamed = content.redFlags.filter((flag) => flag.state === "merged-into" && !flag.mergedInto);
  if (unnamed.length > 0) {
    blockers.push({
      reason: "merged_into_nothing",
      paths: unnamed.map(({ id }) => `redFlags/${id}/mergedInto`),
    });
  }
  const astray = await mergedAstray(tx, draft);
  if (astray.length > 0) blockers.push({ reason: "merged_into_unknown", paths: astray });
  const lost = await lostRedFlags(tx, draft);
  if (lost.length > 0) blockers.push({ reason: "red_flag_lost", paths: lost });
  // What was imported stays as it was printed.
  if (content.origin === "native") blockers.push(...factBlockers(content));
  const revealing = await revealingReferences(tx, content, draft.authorities);
  if (revealing.length > 0) blockers.push({ reason: "reference_reveals", paths: revealing });

  const missing = missingClearances(draft);
  if (missing.length > 0) blockers.push({ reason: "not_cleared", missing });
  return blockers;
}

/** A translation that says itself that it is a draft or stale is shown as that; the others answer for what they say. */
const claimsToAgree = ({ origin, translation }: AdvisoryContent) =>
  origin === "native" ||
  languages.every((language) => ["original", "human-reviewed", "certified"].includes(translation[language]));

async function lostRedFlags(tx: Transaction, draft: Draft) {
  if (draft.currentVersion === null) return [];
  const issued = await tx
    .select({ id: indicators.id, publicId: indicators.publicId })
    .from(indicators)
    .where(eq(indicators.advisoryId, draft.advisoryId));
  const kept = new Set(draft.content.redFlags.map(({ id }) => id));
  return issued.filter(({ id }) => !kept.has(id)).map(({ publicId }) => publicId);
}

/** Merged into one that is not there, into itself, or into one no longer in force: who follows it would arrive nowhere. */
async function mergedAstray(tx: Transaction, { number, content }: Draft) {
  const merged = content.redFlags.flatMap(({ id, state, mergedInto }) =>
    state === "merged-into" && mergedInto ? [{ id, mergedInto }] : [],
  );
  if (merged.length === 0) return [];
  const targets = merged.map(({ mergedInto }) => mergedInto);
  const issued = await tx
    .select({ publicId: indicators.publicId, state: indicators.state })
    .from(indicators)
    .where(inArray(indicators.publicId, targets));
  // What stands in this draft is as the draft says, whatever was issued before.
  const own = content.redFlags.map((flag) => ({
    publicId: publicRedFlagId(number, flag),
    state: flag.state,
  }));
  const states = new Map([...issued, ...own].map(({ publicId, state }) => [publicId, state]));
  const isInForce = (publicId: string) => ["active", "amended"].includes(states.get(publicId) ?? "");
  return merged
    .filter(({ mergedInto }) => !isInForce(mergedInto))
    .map(({ id }) => `redFlags/${id}/mergedInto`);
}

/** Numbers and red flags named here whose own readers are fewer than this advisory's: printing them would give them away. */
async function revealingReferences(tx: Transaction, content: AdvisoryContent, authorities: string[]) {
  const readersAt = (tlp: Tlp) => ({
    keys: keysOfMarking(tlp, content.audience, authorities),
    readers: "all" as const,
  });
  const numbers = content.relations.map(({ number }) => foldNumber(number));
  const related = numbers.length
    ? await tx
        .select({ id: advisories.id, number: advisories.number })
        .from(advisoryNumbers)
        .innerJoin(advisories, eq(advisories.id, advisoryNumbers.advisoryId))
        .where(inArray(advisoryNumbers.folded, numbers))
    : [];
  const open = await advisoriesOpenTo(
    tx,
    related.map(({ id }) => id),
    readersAt(content.tlp),
  );
  const narrower = related.filter(({ id }) => !open.has(id)).map(({ number }) => number);

  const reused = content.redFlags.filter(({ home }) => home !== null);
  // A restricted annex may borrow a restricted flag: each is held against the label that it will stand under.
  for (const tlp of new Set(reused.map((flag) => strictest(content.tlp, flag.tlp)))) {
    const ids = reused.filter((flag) => strictest(content.tlp, flag.tlp) === tlp).map(({ id }) => id);
    const borrowed = await tx
      .select({ publicId: indicators.publicId })
      .from(indicators)
      .where(inArray(indicators.id, ids));
    const named = borrowed.map(({ publicId }) => publicId);
    const openFlags = await redFlagsOpenTo(tx, named, readersAt(tlp));
    narrower.push(...named.filter((id) => !openFlags.has(id)));
  }
  return narrower;
}
