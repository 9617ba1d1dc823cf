import { useTranslation } from "react-i18next";
import type { RoundState } from "~/domain/rounds/round";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";

const marks: Record<RoundState, { shape: Shape; tone: Tone }> = {
  planned: { shape: "ring", tone: "plain" },
  open: { shape: "half", tone: "good" },
  closed: { shape: "disc", tone: "plain" },
  "called-off": { shape: "cross", tone: "stopped" },
};

export function RoundStateMark({ state }: { state: RoundState }) {
  const { t } = useTranslation("rounds");
  return <StateMark {...marks[state]}>{t(`state.${state}`)}</StateMark>;
}
