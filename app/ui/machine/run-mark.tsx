import { useTranslation } from "react-i18next";
import type { DigestRun, RunState } from "~/domain/digests/digest-run";
import { type Shape, StateMark, type Tone } from "~/ui/mark/state-mark";

export type ShownRun = DigestRun & { state: RunState };

const marks: Record<RunState, { shape: Shape; tone: Tone }> = {
  "under-way": { shape: "half", tone: "plain" },
  open: { shape: "ring", tone: "plain" },
  paused: { shape: "minus", tone: "waiting" },
  cancelled: { shape: "cross", tone: "stopped" },
  over: { shape: "tick", tone: "good" },
};

export function RunMark({ state }: { state: RunState }) {
  const { t } = useTranslation("operations");
  return <StateMark {...marks[state]}>{t(`mail.run.${state}`)}</StateMark>;
}
