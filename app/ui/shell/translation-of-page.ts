import type { TranslationState } from "~/domain/advisories/advisory.form";

/** What a loader may say of its page, so that the language switch can say it too. */
export type PageTranslation = { otherLanguage: TranslationState };

const says = (data: unknown): data is PageTranslation =>
  typeof data === "object" && data !== null && "otherLanguage" in data;

/** The state of the other language of the page that is open, when its loader says so. */
export function translationOfPage(matches: { data: unknown }[]): TranslationState | undefined {
  return matches.map(({ data }) => data).findLast(says)?.otherLanguage;
}
