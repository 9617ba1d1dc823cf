import { useTranslation } from "react-i18next";
import type { VettingState } from "~/domain/vetting/vetting";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";

const looks: Record<VettingState, { shape: Shape; tone: Tone }> = {
  invited: { shape: "ring", tone: "plain" },
  applied: { shape: "half", tone: "waiting" },
  vetted: { shape: "disc", tone: "good" },
  expired: { shape: "ring", tone: "stopped" },
  suspended: { shape: "minus", tone: "stopped" },
  revoked: { shape: "cross", tone: "stopped" },
};

export function VettingMark({ state }: { state: VettingState }) {
  const { t } = useTranslation("vetting");
  return <StateMark {...looks[state]}>{t(`state.${state}`)}</StateMark>;
}
