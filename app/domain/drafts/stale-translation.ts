import { otherLanguage } from "~/domain/advisories/advisory";
import { type AdvisoryContent, languages } from "~/domain/advisories/advisory.form";

/**
 * After an edit of an imported document: where the original's words changed and the translation's at that place did not,
 * the translation is stale until somebody states its condition anew. `touched` are the paths of the edit.
 */
export function withStaleTranslation(content: AdvisoryContent, touched: string[]): AdvisoryContent {
  if (content.origin !== "imported") return content;
  const stale = languages.filter((language) => {
    const state = content.translation[language];
    const original = otherLanguage(language);
    return (
      content.translation[original] === "original" &&
      ["machine-draft", "human-reviewed", "certified"].includes(state) &&
      !touched.includes(`translation/${language}`) &&
      touched.some(
        (path) =>
          path.endsWith(`/${original}`) &&
          !path.startsWith("changeNote/") &&
          !touched.includes(path.replace(/..$/, language)),
      )
    );
  });
  if (stale.length === 0) return content;
  return {
    ...content,
    translation: {
      ...content.translation,
      ...Object.fromEntries(stale.map((language) => [language, "stale"])),
    },
  };
}
