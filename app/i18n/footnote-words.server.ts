import { i18nOf } from "./i18n.server";

const wordsOf = (language: "es" | "en") => {
  const { t } = i18nOf(language);
  return { footnotes: t("reading:flags.footnotes"), back: t("reading:flags.footnoteBack") };
};

/** What screen readers hear at footnotes, in the language of the text that has them. */
export const footnoteWords = { es: wordsOf("es"), en: wordsOf("en") };
