import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

/** From a closed round to what was published of it. */
export function ToRelease({ roundId }: { roundId: string }) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  return (
    <p>
      {t("closedRound.published")}{" "}
      <Link to={paths.release(language, roundId)}>{t("closedRound.toRelease")}</Link>
    </p>
  );
}
