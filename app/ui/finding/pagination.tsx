import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

type Props = { page: number; previous: string | null; next: string | null };

export function Pagination({ page, previous, next }: Props) {
  const { t } = useTranslation("reading");
  if (!previous && !next) return null;
  return (
    <nav className="pagination" aria-label={t("list.pages")}>
      {previous ? (
        <Link to={previous} rel="prev">
          {t("list.previous")}
        </Link>
      ) : (
        <span />
      )}
      <span className="label">{t("list.pageN", { page })}</span>
      {next ? (
        <Link to={next} rel="next">
          {t("list.next")}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
