import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

export function RelationsList({ relations }: Pick<AdvisoryReading, "relations">) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {relations.map(({ kind, number, inForce, linkable }) => (
        <li key={`${kind} ${number}`}>
          {term(`relation.${kind}`)}{" "}
          {linkable ? (
            <Link className="number" to={paths.advisory(language, number)}>
              {number}
            </Link>
          ) : (
            <span className="number">{number}</span>
          )}
          {!inForce && <span className="aside"> ({t("advisory.notInForce")})</span>}
        </li>
      ))}
    </ul>
  );
}
