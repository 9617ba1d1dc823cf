import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { SaidText } from "~/ui/text/said";

/** Withdrawn, superseded or an old version: said before anything else is read. */
export function StatusBanner({ advisory }: { advisory: AdvisoryReading }) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const { number, status, version, currentVersion, withdrawal, replacedBy } = advisory;
  return (
    <>
      {(status === "withdrawn" || status === "superseded") && (
        <Notice
          tone={status === "withdrawn" ? "stopped" : "caution"}
          heading={
            status === "withdrawn" && withdrawal
              ? t("banner.withdrawn", { date: formatDate(language, withdrawal.at, "UTC") })
              : t("banner.superseded")
          }
        >
          {withdrawal?.reason && (
            <p>
              <strong>{t("banner.reason")}:</strong> <SaidText said={withdrawal.reason} />
            </p>
          )}
          {replacedBy && (
            <p>
              <strong>{t("banner.readInstead")}:</strong>{" "}
              {replacedBy.linkable ? (
                <Link to={paths.advisory(language, replacedBy.number)}>{replacedBy.number}</Link>
              ) : (
                replacedBy.number
              )}
            </p>
          )}
          <p>{t("banner.kept")}</p>
        </Notice>
      )}
      {version !== currentVersion && (
        <Notice tone="caution" heading={t("banner.oldVersion", { n: version })}>
          <p>
            <Link to={paths.advisory(language, number)}>{t("banner.toCurrent", { n: currentVersion })}</Link>
          </p>
        </Notice>
      )}
    </>
  );
}
