import { useTranslation } from "react-i18next";
import type { AdvisoryStatus } from "~/domain/advisories/advisory";
import { type Shape, StateMark, type Tone } from "./state-mark";

const looks: Record<AdvisoryStatus, { shape: Shape; tone: Tone }> = {
  draft: { shape: "half", tone: "waiting" },
  published: { shape: "disc", tone: "good" },
  superseded: { shape: "ring", tone: "plain" },
  withdrawn: { shape: "cross", tone: "stopped" },
};

export function StatusMark({ status }: { status: AdvisoryStatus }) {
  const { t } = useTranslation("terms");
  return <StateMark {...looks[status]}>{t(`status.${status}`)}</StateMark>;
}
