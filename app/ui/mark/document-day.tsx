import { useTranslation } from "react-i18next";
import { formatDay, type Precision } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";

/** The date that a document bears, no finer than it is known, or that it bears none. */
export function DocumentDay({
  value,
  precision,
}: {
  value: string | null;
  precision?: Precision | undefined;
}) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  return value ? (
    <time dateTime={value}>{formatDay(language, value, precision)}</time>
  ) : (
    <span className="undated">{t("advisory.undated")}</span>
  );
}
