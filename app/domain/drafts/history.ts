import { piecesOf } from "~/domain/advisories/advisory";
import { type AdvisoryContent, type Language, languages } from "~/domain/advisories/advisory.form";

/** An edit of a draft, or of an earlier one of the same advisory that was published. */
export type PastEdit = {
  draftId: string;
  /** Of the draft: null where it was the advisory's first. */
  baseVersion: number | null;
  revision: number;
  memberId: string;
  /** Empty where the draft was opened. */
  paths: string[];
  contentHash: string;
};

/** Someone whose words of an earlier version still stand, and in which languages. */
export type FormerAuthor = { memberId: string; languages: Language[] };

/** Whoever wrote or changed a piece in an earlier version is its author for as long as the piece stands (decision 112). */
export function formerAuthorsOf(content: AdvisoryContent, earlier: PastEdit[]): FormerAuthor[] {
  const pieces = piecesOf(content);
  const wrote = ({ paths, revision, baseVersion }: PastEdit, language: Language) =>
    pieces.some(
      ({ path, text }) =>
        text[language].trim() !== "" &&
        (isBeginning({ revision, baseVersion, content }) ||
          paths.some((one) => one === `${path}/${language}` || path === one || path.startsWith(`${one}/`))),
    );
  const byMember = new Map<string, Set<Language>>();
  for (const edit of earlier) {
    const found = byMember.get(edit.memberId) ?? new Set();
    for (const language of languages) if (wrote(edit, language)) found.add(language);
    if (found.size > 0) byMember.set(edit.memberId, found);
  }
  return [...byMember].map(([memberId, found]) => ({
    memberId,
    languages: languages.filter((one) => found.has(one)),
  }));
}

/** The first content of an advisory is its opener's; an imported one is the printed document's. */
const isBeginning = ({
  revision,
  baseVersion,
  content,
}: Pick<PastEdit, "revision" | "baseVersion"> & { content: AdvisoryContent }) =>
  revision === 1 && baseVersion === null && content.origin === "native";

/**
 * Whether an imported document is no longer what its import made, its translation and its number aside.
 * What is put back to the last byte was not edited.
 */
export function isEditedHere(content: AdvisoryContent, contentHash: string, edits: PastEdit[]): boolean {
  if (content.origin !== "imported") return false;
  const made = edits.find(({ revision, baseVersion }) => revision === 1 && baseVersion === null);
  if (made?.contentHash === contentHash) return false;
  return edits.some(({ paths }) => paths.some((path) => !isOfTranslation(content, path)));
}

const isOfTranslation = (content: AdvisoryContent, path: string) =>
  path === "number" ||
  path.startsWith("changeNote") ||
  languages.some((language) => path.endsWith(`/${language}`) && !isOriginal(content, language));

/** The language that the file came in stays original, whatever the draft is made to say of it. */
export const isOriginal = ({ source, translation }: AdvisoryContent, language: Language) =>
  translation[language] === "original" || source?.rest.language === language;

/** Languages of an imported document whose text is given out as a translation that holds, or with nothing said of it. */
export const vouchedTranslations = (content: AdvisoryContent): Language[] =>
  languages.filter((language) => {
    if (isOriginal(content, language)) return false;
    const state = content.translation[language];
    if (state === "human-reviewed" || state === "certified") return true;
    return (
      state === "missing" &&
      piecesOf(content).some(({ path, text }) => path !== "changeNote" && text[language].trim() !== "")
    );
  });
