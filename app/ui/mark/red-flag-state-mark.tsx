import { useTranslation } from "react-i18next";
import type { RedFlag } from "~/domain/advisories/advisory.form";
import { type Shape, StateMark, type Tone } from "./state-mark";

const looks: Record<RedFlag["state"], { shape: Shape; tone: Tone }> = {
  active: { shape: "disc", tone: "good" },
  amended: { shape: "half", tone: "good" },
  "merged-into": { shape: "arrow", tone: "plain" },
  withdrawn: { shape: "cross", tone: "stopped" },
};

export function RedFlagStateMark({ state }: { state: RedFlag["state"] }) {
  const { t } = useTranslation("terms");
  return <StateMark {...looks[state]}>{t(`redFlagState.${state}`)}</StateMark>;
}
