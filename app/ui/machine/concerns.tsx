import { useTranslation } from "react-i18next";
import type { Concern } from "~/domain/machine/to-mind";
import { formatInstant, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";
import { useJobName } from "./use-job-name";

/** What needs attention, in sentences that say what to do; or that nothing does. */
export function Concerns({ concerns, timeZone }: { concerns: Concern[]; timeZone: string }) {
  const { t } = useTranslation("operations");
  const language = useLanguage();
  const jobName = useJobName();
  const sentence = (concern: Concern) => {
    switch (concern.kind) {
      case "noWorker":
        return t("mind.noWorker");
      case "jobFails":
        return t("mind.jobFails", {
          job: jobName(concern.job),
          times: concern.times,
          problem: concern.problem,
        });
      case "jobStands":
        return t("mind.jobStands", {
          job: jobName(concern.job),
          at: formatInstant(language, concern.since, timeZone),
        });
      case "mailWaits":
      case "mailLate":
        return t(`mind.${concern.kind}`, { at: formatInstant(language, concern.since, timeZone) });
      case "mailFailed":
        return t("mind.mailFailed", { count: concern.count });
      case "connections":
        return t("mind.connections", {
          used: formatNumber(language, concern.used),
          most: formatNumber(language, concern.most),
        });
    }
  };
  if (concerns.length === 0) {
    return (
      <Notice>
        <p>{t("well")}</p>
      </Notice>
    );
  }
  const sentences = concerns.map(sentence);
  return (
    <Notice tone="caution" heading={t("toMind", { count: concerns.length })}>
      {sentences.map((said) => (
        <p key={said}>{said}</p>
      ))}
    </Notice>
  );
}
