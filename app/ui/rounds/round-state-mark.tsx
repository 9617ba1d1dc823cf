import { useTranslation } from "react-i18next";
import type { RoundState } from "~/domain/rounds/round";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";

const marks: Record<RoundState | "counting", { shape: Shape; tone: Tone }> = {
  planned: { shape: "ring", tone: "plain" },
  open: { shape: "half", tone: "good" },
  counting: { shape: "half", tone: "plain" },
  closed: { shape: "disc", tone: "plain" },
  "called-off": { shape: "cross", tone: "stopped" },
};

export function RoundStateMark({ state }: { state: RoundState | "counting" }) {
  const { t } = useTranslation("rounds");
  return <StateMark {...marks[state]}>{t(`state.${state}`)}</StateMark>;
}
