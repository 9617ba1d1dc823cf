import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SearchResult } from "~/domain/search/search.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { type Chosen, facetOrder } from "./chosen";
import { useFacetName } from "./facet-name";

type Props = { chosen: Chosen; q: string; facets: SearchResult["facets"] | null };

/** What the list is narrowed by, each removable on its own. */
export function ActiveFilters({ chosen, q, facets }: Props) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const nameOf = useFacetName();
  const active = facetOrder.flatMap((kind) => {
    const value = chosen[kind];
    if (!value) return [];
    const name = facets?.[kind].find((one) => one.value === value)?.name ?? null;
    return { kind, words: nameOf(kind, value, name) };
  });
  if (active.length === 0) return null;
  return (
    <div className="active-filters">
      <span className="label">{t("list.active")}</span>
      <ul className="active-values">
        {active.map(({ kind, words }) => (
          <li key={kind}>
            <Link
              to={paths.advisories(language, { q, ...chosen, [kind]: undefined })}
              aria-label={t("list.remove", { facet: t(`list.facet.${kind}`), name: words })}
            >
              <span className="aside">{t(`list.facet.${kind}`)}</span> {words}{" "}
              <span aria-hidden="true">×</span>
            </Link>
          </li>
        ))}
        {active.length > 1 && (
          <li>
            <Link to={paths.advisories(language, { q })}>{t("list.clear")}</Link>
          </li>
        )}
      </ul>
    </div>
  );
}
