import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

export function Footer() {
  const { t } = useTranslation("shell");
  const { t: told } = useTranslation("summaries");
  const language = useLanguage();
  return (
    <footer className="foot">
      <div className="within">
        <p>{t("footer")}</p>
        <ul className="foot-links">
          <li>
            <Link to={paths.advisories(language)}>{t("advisories")}</Link>
          </li>
          <li>
            <Link to={paths.typologies(language)}>{t("typologies")}</Link>
          </li>
          <li>
            <Link to={paths.summaries(language)}>{told("title")}</Link>
          </li>
          <li>
            <a href={paths.feed(language)}>{t("feed")}</a>
          </li>
          <li>
            <a href={paths.apiDocument()}>{t("api")}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
