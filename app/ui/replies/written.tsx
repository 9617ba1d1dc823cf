import { useTranslation } from "react-i18next";
import { uncountedQuestions } from "~/domain/rounds/questions";
import { useAnswerWords } from "~/ui/rounds/use-answer-words";

/** What was written to a question that is read and not counted, under the question's name. */
export function Written({ question: key, written }: { question: string; written: string }) {
  const { t } = useTranslation("rounds");
  const words = useAnswerWords();
  const question = uncountedQuestions.find((one) => one.key === key);
  if (!question) return null;
  return (
    <>
      <span className="label">{t(`question.${question.key}.short`)}</span>
      <span className="written">
        {question.kind === "words" ? written : words(question, JSON.parse(written))}
      </span>
    </>
  );
}
