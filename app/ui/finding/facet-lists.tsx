import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FacetKind, FacetValue, SearchResult } from "~/domain/search/search.server";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { type Chosen, facetOrder } from "./chosen";
import { useFacetName } from "./facet-name";

type Props = { facets: SearchResult["facets"]; chosen: Chosen; q: string };

const shownAtFirst = 8;

/** In the margin: what the list can be narrowed by, each with how many advisories it leaves. */
export function FacetLists({ facets, chosen, q }: Props) {
  const { t } = useTranslation("reading");
  return (
    <nav className="facets" aria-label={t("list.filters")}>
      {facetOrder.map((kind) => {
        const values = facets[kind];
        if (values.length === 0) return null;
        const rest = values.slice(shownAtFirst);
        return (
          <div key={kind}>
            <h2 className="label">{t(`list.facet.${kind}`)}</h2>
            <FacetValues kind={kind} values={values.slice(0, shownAtFirst)} chosen={chosen} q={q} />
            {rest.length > 0 && (
              <details>
                <summary>{t("list.more", { count: values.length })}</summary>
                <FacetValues kind={kind} values={rest} chosen={chosen} q={q} />
              </details>
            )}
          </div>
        );
      })}
    </nav>
  );
}

function FacetValues(props: { kind: FacetKind; values: FacetValue[]; chosen: Chosen; q: string }) {
  const { kind, values, chosen, q } = props;
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const nameOf = useFacetName();
  return (
    <ul className="facet-values">
      {values.map(({ value, count, name, chosen: on }) => {
        const words = nameOf(kind, value, name);
        const to = paths.advisories(language, { q, ...chosen, [kind]: on ? undefined : value });
        return (
          <li key={value}>
            <Link
              to={to}
              rel="nofollow"
              aria-current={on ? "true" : undefined}
              aria-label={on ? t("list.remove", { facet: t(`list.facet.${kind}`), name: words }) : undefined}
            >
              {words}
            </Link>{" "}
            <span className="facet-count">{formatNumber(language, count)}</span>
          </li>
        );
      })}
    </ul>
  );
}
