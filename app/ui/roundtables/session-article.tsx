import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = { id: string; heading: string; children: ReactNode };

/** A page that belongs to a session, with the way back to it. */
export function SessionArticle({ id, heading, children }: Props) {
  const { t } = useTranslation("roundtables");
  return (
    <article className="rounds roundtable">
      <p className="overline">
        <Link to={paths.roundtable(useLanguage(), id)}>{t("back")}</Link>
      </p>
      <h1>{heading}</h1>
      {children}
    </article>
  );
}
