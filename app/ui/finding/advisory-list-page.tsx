import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SearchResult } from "~/domain/search/search.server";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/notice/empty-state";
import { ActiveFilters } from "./active-filters";
import type { Chosen } from "./chosen";
import { FacetLists } from "./facet-lists";
import { Pagination } from "./pagination";
import { ResultItem } from "./result-item";
import { SearchBox } from "./search-box";

type Props = {
  q: string;
  chosen: Chosen;
  /** Null when the question could not be understood; `wrong` then says why. */
  result: SearchResult | null;
  wrong: string | null;
};

export function AdvisoryListPage({ q, chosen, result, wrong }: Props) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const narrowed = Object.values(chosen).some(Boolean);
  const pageAt = (page: number) =>
    paths.advisories(language, { q, ...chosen, page: page > 1 ? page : undefined });
  return (
    <div className="finder">
      <header className="finder-head">
        <h1>{t("list.title")}</h1>
        <SearchBox
          label={t("list.searchLabel")}
          hint={t("list.searchHint")}
          submit={t("list.submit")}
          q={q}
          keep={chosen}
          wrong={wrong ?? undefined}
        />
      </header>
      {result && <FacetLists facets={result.facets} chosen={chosen} q={q} />}
      {result && (
        <div className="results">
          <p className="results-count" role="status">
            {countWords(t, result, q, formatNumber(language, result.total))}
          </p>
          <ActiveFilters chosen={chosen} q={q} facets={result.facets} />
          {result.items.map((item) => (
            <ResultItem key={item.number} item={item} />
          ))}
          {result.items.length === 0 && (
            <EmptyState heading={t("list.none")}>
              <p>
                {q === "" && !narrowed
                  ? t("list.noneYet")
                  : t(narrowed ? "list.noneWithFilters" : "list.noneWithoutFilters")}
              </p>
              {(narrowed || q !== "") && (
                <p>
                  <Link to={paths.advisories(language)}>{t("list.clear")}</Link>
                </p>
              )}
            </EmptyState>
          )}
          <Pagination
            page={result.page}
            previous={result.page > 1 ? pageAt(result.page - 1) : null}
            next={result.nextPage ? pageAt(result.nextPage) : null}
          />
        </div>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation<"reading">>["t"];

function countWords(t: Translate, { total, more }: SearchResult, q: string, figure: string) {
  if (more) return t("list.tooMany", { total: figure });
  return q === "" ? t("list.count", { count: total }) : t("list.countFor", { count: total, q });
}
