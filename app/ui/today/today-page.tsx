import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { SearchItem } from "~/domain/search/search.server";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ResultItem } from "~/ui/finding/result-item";

export type TodayFacts = {
  name: string;
  organisation: string;
  timeZone: string;
  newest: SearchItem[];
  /** Null for whoever has no desk. */
  drafts: { id: string; number: string; title: Text; scheduledFor: Date | null }[] | null;
};

/** What waits for the member who has just come in. */
export function TodayPage({ name, organisation, timeZone, newest, drafts }: TodayFacts) {
  const { t } = useTranslation("today");
  const language = useLanguage();
  return (
    <div className="home">
      <header>
        <h1>{t("title")}</h1>
        <p>{t("greeting", { name, organisation })}</p>
      </header>
      {drafts && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">{t("drafts")}</h2>
          {drafts.length === 0 ? (
            <p>{t("noDrafts")}</p>
          ) : (
            <ul>
              {drafts.map(({ id, number, title, scheduledFor }) => (
                <li key={id}>
                  <Link to={paths.draft(language, id)}>
                    {title[language] || title.es || title.en || t("untitled")}
                  </Link>{" "}
                  <span className="number">{number}</span>
                  {scheduledFor && (
                    <p className="aside">
                      {t("embargo", { when: formatInstant(language, scheduledFor, timeZone) })}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          )}
          <p>
            <Link to={paths.desk(language)}>{t("toDesk")}</Link>
          </p>
        </section>
      )}
      <section className="home-newest" aria-labelledby="newest">
        <h2 id="newest">{t("newest")}</h2>
        {newest.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          newest.map((item) => <ResultItem key={item.number} item={item} level={3} />)
        )}
        <p className="home-more">
          <Link to={paths.advisories(language)}>{t("all")}</Link>
        </p>
      </section>
    </div>
  );
}
