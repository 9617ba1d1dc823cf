import { useTranslation } from "react-i18next";
import { publicPage } from "~/http/caching";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

export const headers = publicPage;
export const handle = { title: "home:title" };

export default function Home() {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <article>
      <h1>{t("lead")}</h1>
      <p>{t("intro")}</p>
      <search>
        <form action={paths.advisories(language)}>
          <label htmlFor="q">{t("search")}</label> <input id="q" name="q" type="search" />{" "}
          <button type="submit">{t("searchButton")}</button>
        </form>
      </search>
      <ul>
        <li>
          <a href={paths.advisories(language)}>{t("allAdvisories")}</a>
        </li>
        <li>
          <a href={paths.typologies(language)}>{t("allTypologies")}</a>
        </li>
      </ul>
    </article>
  );
}
