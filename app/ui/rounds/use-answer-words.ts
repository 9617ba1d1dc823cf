import { useTranslation } from "react-i18next";
import type { Answer } from "~/domain/answers/answer";
import type { Question } from "~/domain/rounds/questions";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { usePlaceName } from "~/ui/place/use-place-name";

/** An answer in the reader's words; empty for none. */
export function useAnswerWords() {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const { country } = usePlaceName();
  return (question: Question, answer: Answer): string => {
    if (answer === null) return "";
    if (Array.isArray(answer)) return formatList(language, answer);
    if (typeof answer === "object")
      return t("sheet.corridor", { from: country(answer.from), to: country(answer.to) });
    return "categories" in question
      ? t(`question.${question.key as "seen"}.category.${answer as "never"}`)
      : answer;
  };
}
