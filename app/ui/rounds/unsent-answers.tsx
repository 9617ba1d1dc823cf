import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { questionAt } from "~/domain/answers/answer";
import { Button } from "~/ui/action/button";
import { Notice } from "~/ui/notice/notice";
import { findKeptAnswers, forgetKeptAnswersOf, type Mine } from "./kept-answers";
import { useAnswerWords } from "./use-answer-words";

type Props = { roundId: string; memberId: string };

/** What this member typed into a sheet and no server took before the round ended: told, and theirs to copy or discard. */
export function UnsentAnswers({ roundId, memberId }: Props) {
  const { t } = useTranslation("rounds");
  const words = useAnswerWords();
  const [kept, setKept] = useState<[string, Mine][]>([]);
  useEffect(() => setKept(Object.entries(findKeptAnswers(roundId, memberId))), [roundId, memberId]);
  if (kept.length === 0) return null;
  return (
    <Notice tone="caution" heading={t("unsent.title", { count: kept.length })}>
      <p>{t("unsent.why")}</p>
      <ul className="unsent-answers">
        {kept.map(([place, { answer }]) => {
          const [row = "", key = ""] = place.split(".");
          const question = questionAt(Number(row), key);
          return (
            question && (
              <li key={place}>
                {row !== "0" && t("unsent.row", { n: row })} {t(`question.${question.key as "seen"}.short`)}:{" "}
                <span className="words">{words(question, answer) || t("sheet.nothing")}</span>
              </li>
            )
          );
        })}
      </ul>
      <p>
        <Button
          size="small"
          onClick={() => {
            forgetKeptAnswersOf(roundId, memberId);
            setKept([]);
          }}
        >
          {t("unsent.discard")}
        </Button>
      </p>
    </Notice>
  );
}
