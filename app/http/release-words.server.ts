import type { ReleaseWords } from "~/domain/exports/release-csv.server";
import { noAnswer } from "~/domain/releases/release";
import { i18nOf } from "~/i18n/i18n.server";

const inBoth = (key: "rounds:question.seen.asks" | "releases:noAnswer") => ({
  es: i18nOf("es").t(key),
  en: i18nOf("en").t(key),
});

/** What questions and their categories are called, in both languages. */
export const releaseWords: ReleaseWords = {
  question: (key) => inBoth(`rounds:question.${key as "seen"}.asks`),
  category: (question, key) =>
    inBoth(
      key === noAnswer
        ? "releases:noAnswer"
        : (`rounds:question.${question}.category.${key}` as "rounds:question.seen.asks"),
    ),
};
