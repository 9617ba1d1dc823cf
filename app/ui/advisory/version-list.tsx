import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { SaidText } from "~/ui/text/said";

type Props = Pick<AdvisoryReading, "versions" | "number" | "version" | "currentVersion">;

/** Newest first, each with what its authority says changed and the way to see it word by word. */
export function VersionList({ versions, number, version, currentVersion }: Props) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  return (
    <ol className="versions">
      {versions.map(({ n, publishedAt, change }, i) => {
        const before = versions[i + 1];
        const address =
          n === currentVersion ? paths.advisory(language, number) : paths.version(language, number, n);
        return (
          <li key={n}>
            <p>
              {n === version ? (
                <strong>{t("advisory.version", { n })}</strong>
              ) : (
                <Link to={address}>{t("advisory.version", { n })}</Link>
              )}{" "}
              <span className="aside">
                <time dateTime={publishedAt}>{formatDate(language, publishedAt, "UTC")}</time>
                {n === currentVersion && `, ${t("advisory.current")}`}
                {n === version && `, ${t("advisory.shown")}`}
              </span>
            </p>
            <p>{change ? <SaidText said={change} /> : !before && t("advisory.firstIssue")}</p>
            {before && (
              <p>
                <Link to={paths.changes(language, number, before.n, n)}>
                  {t("advisory.whatChanged", { n: before.n })}
                </Link>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
