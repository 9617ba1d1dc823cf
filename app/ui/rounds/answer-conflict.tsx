import { useTranslation } from "react-i18next";
import type { Answer } from "~/domain/answers/answer";
import type { Question } from "~/domain/rounds/questions";
import { Button } from "~/ui/action/button";
import { useIsClient } from "~/ui/page/use-is-client";
import { useAnswerWords } from "./use-answer-words";

type Props = {
  question: Question;
  mine: Answer;
  theirs: { answer: Answer; changedBy: string | null };
  onKeep(): void;
  onTake(): void;
  onSet(answer: Answer): void;
};

/** Two colleagues answered one question: both answers, and the ways out. */
export function AnswerConflict({ question, mine, theirs, onKeep, onTake, onSet }: Props) {
  const { t } = useTranslation("rounds");
  const words = useAnswerWords();
  const isClient = useIsClient();
  const said = (answer: Answer) => words(question, answer) || t("sheet.nothing");
  const name = theirs.changedBy ?? t("sheet.someone");
  return (
    <div className="answer-conflict" role="status">
      <p>{t("sheet.theirs", { name, answer: said(theirs.answer) })}</p>
      <p>{t("sheet.yours", { answer: said(mine) })}</p>
      {isClient && (
        <p className="toolbar">
          <Button size="small" onClick={onTake}>
            {t("sheet.takeTheirs", { name })}
          </Button>
          <Button size="small" onClick={onKeep}>
            {t("sheet.keepMine")}
          </Button>
          {typeof theirs.answer === "string" && typeof mine === "string" && !("categories" in question) && (
            <Button size="small" onClick={() => onSet(`${theirs.answer}\n\n${mine}`)}>
              {t("sheet.both")}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
