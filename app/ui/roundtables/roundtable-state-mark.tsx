import { useTranslation } from "react-i18next";
import type { RoundtableState } from "~/domain/roundtables/roundtable";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";

const marks: Record<RoundtableState, { shape: Shape; tone: Tone }> = {
  proposed: { shape: "ring", tone: "waiting" },
  cleared: { shape: "half", tone: "plain" },
  convened: { shape: "tick", tone: "good" },
  open: { shape: "disc", tone: "good" },
  over: { shape: "ring", tone: "plain" },
  sealed: { shape: "disc", tone: "plain" },
  cancelled: { shape: "cross", tone: "stopped" },
};

export function RoundtableStateMark({ state }: { state: RoundtableState }) {
  const { t } = useTranslation("roundtables");
  return <StateMark {...marks[state]}>{t(`state.${state}`)}</StateMark>;
}
