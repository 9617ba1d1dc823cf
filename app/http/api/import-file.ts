import { z } from "zod";
import type { Language, Text } from "~/domain/advisories/advisory.form";
import { attachTranslation } from "~/domain/imports/attach-translation.server";
import { type Imported, importDocument } from "~/domain/imports/import-document.server";
import { isTranslation } from "~/domain/imports/printed-document.form";
import type { Member } from "~/domain/members/viewer";
import { type Outcome, refused } from "~/domain/outcome";
import { i18nOf } from "~/i18n/i18n.server";
import type { Db } from "~db/client.server";
import { type Misfit, pointerTo, sentenceOf } from "./what-does-not-fit";

type Sent = {
  document: Record<string, unknown>;
  publish: boolean;
  changeNote?: Text | undefined;
  /** Of the sentences about what does not fit. */
  language: Language;
  by: Member;
  at: Date;
};

/** A document, or the translation of one that is here; each fault is told at its place. */
export async function importFile(db: Db, { language, ...sent }: Sent): Promise<Outcome<Imported>> {
  const outcome = await take(db, sent);
  if (outcome.ok || !Array.isArray(outcome.facts.problems)) return outcome;
  const problems = z.array(z.object({ path: z.string(), reason: z.string() })).parse(outcome.facts.problems);
  const errors = problems.map(({ path, reason }): Misfit => {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
    const bare = reason.replace(/^(?:errors|import)\./, "");
    return {
      pointer: pointerTo(["document", ...steps]),
      in: "body",
      reason: bare,
      detail: sentenceOf(bare, language),
    };
  });
  return refused(outcome.reason, { ...outcome.facts, errors });
}

function take(db: Db, { document, changeNote, ...rest }: Omit<Sent, "language">) {
  const file: unknown = document;
  if (!isTranslation(file)) return importDocument(db, { file, ...rest });
  const key = document.language === "en" ? "imports:translation_added_en" : "imports:translation_added_es";
  const note = changeNote ?? { es: i18nOf("es").t(key), en: i18nOf("en").t(key) };
  return attachTranslation(db, { file, changeNote: note, ...rest });
}
