import { useTranslation } from "react-i18next";
import type { QuestionState } from "~/domain/questions/question";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";

const marks: Record<QuestionState, { shape: Shape; tone: Tone }> = {
  asked: { shape: "ring", tone: "waiting" },
  taken: { shape: "half", tone: "waiting" },
  answered: { shape: "tick", tone: "good" },
  withdrawn: { shape: "cross", tone: "plain" },
};

type Props = { state: QuestionState; staff: boolean; answerWithdrawn?: boolean };

export function QuestionStateMark({ state, staff, answerWithdrawn = false }: Props) {
  const { t } = useTranslation("questions");
  if (answerWithdrawn) return <StateMark shape="cross">{t("answerWithdrawn")}</StateMark>;
  return <StateMark {...marks[state]}>{t(`${staff ? "state" : "ownState"}.${state}`)}</StateMark>;
}
