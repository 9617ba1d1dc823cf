import { useTranslation } from "react-i18next";

/** A job in words; one that has none yet, by its own name. */
export function useJobName() {
  const { t } = useTranslation("operations");
  return (job: string) => t(`jobName.${job}` as "jobName.deliver-notices", { defaultValue: job });
}
