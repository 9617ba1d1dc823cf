import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { saidIn } from "~/domain/advisories/reading";
import type { SearchItem } from "~/domain/search/search.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ResultItem } from "~/ui/finding/result-item";
import { SearchBox } from "~/ui/finding/search-box";
import { EmptyState } from "~/ui/notice/empty-state";
import { SaidText } from "~/ui/text/said";
import { type TypologyEntry, TypologyIndex } from "~/ui/typologies/typology-index";

export type HomeFacts = {
  newest: SearchItem[];
  authorities: { shortName: string; name: Text; jurisdiction: string; advisories: number }[];
  typologies: TypologyEntry[];
};

export function HomePage({ newest, authorities, typologies }: HomeFacts) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <div className="home">
      <header className="home-head">
        <h1>{t("lead")}</h1>
        <p className="home-intro">{t("intro")}</p>
        <SearchBox label={t("search")} hint={t("searchHint")} submit={t("searchButton")} />
      </header>
      <section className="home-newest" aria-labelledby="newest">
        <h2 id="newest">{t("newest")}</h2>
        {newest.map((item) => (
          <ResultItem key={item.number} item={item} level={3} />
        ))}
        {newest.length === 0 ? (
          <EmptyState heading={t("none")}>
            <p>{t("noneNext")}</p>
          </EmptyState>
        ) : (
          <p className="home-more">
            <Link to={paths.advisories(language)}>{t("allAdvisories")}</Link>
          </p>
        )}
      </section>
      {authorities.length > 0 && (
        <section className="home-authorities" aria-labelledby="authorities">
          <h2 id="authorities">{t("authorities")}</h2>
          <ul className="authorities">
            {authorities.map(({ shortName, name, advisories }) => (
              <li key={shortName}>
                <Link to={paths.advisories(language, { issuer: shortName })}>{shortName}</Link>
                <SaidText as="p" said={saidIn(language, name)} />
                <p className="aside">{t("advisoriesOf", { count: advisories })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {typologies.length > 0 && (
        <section className="home-typologies" aria-labelledby="typologies">
          <h2 id="typologies">{t("typologies")}</h2>
          <p>{t("typologiesLead")}</p>
          <TypologyIndex typologies={typologies} />
          <p className="home-more">
            <Link to={paths.typologies(language)}>{t("allTypologies")}</Link>
          </p>
        </section>
      )}
    </div>
  );
}
