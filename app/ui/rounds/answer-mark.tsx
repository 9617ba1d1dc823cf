import { useTranslation } from "react-i18next";
import { useIsClient } from "~/ui/page/use-is-client";

type Props = { unsent: boolean; saving: boolean; savedBy: string | null | undefined; own: string };

/** Beside a question, quietly: whether its answer is on the server, and whose it is where a colleague gave it. */
export function AnswerMark({ unsent, saving, savedBy, own }: Props) {
  const { t } = useTranslation("rounds");
  if (!useIsClient()) return null;
  const words = unsent
    ? t(saving ? "sheet.mark.saving" : "sheet.mark.waiting")
    : savedBy === undefined
      ? ""
      : savedBy === null || savedBy === own
        ? t("sheet.mark.saved")
        : t("sheet.mark.savedBy", { name: savedBy });
  return (
    <p className="answer-mark" data-unsent={unsent || undefined}>
      {words}
    </p>
  );
}
