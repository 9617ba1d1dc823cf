import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { StateMark } from "~/ui/mark/state-mark";
import { Table } from "~/ui/table/table";

type Typology = { code: string; name: Text; catalogued: boolean; advisories: number };

/** The catalogue with the way into each entry. */
export function TypologyTable({ typologies, mayKeep }: { typologies: Typology[]; mayKeep: boolean }) {
  const { t } = useTranslation("desk");
  const language = useLanguage();
  return (
    <Table
      rows={typologies}
      rowKey={({ code }) => code}
      columns={[
        {
          id: "name",
          head: t("catalogue.name"),
          rowHead: true,
          cell: ({ code, name }) => (
            <>
              <Link to={paths.typology(language, code)}>{name[language] || code}</Link>
              <br />
              <span className="number">{code}</span>
            </>
          ),
        },
        {
          id: "state",
          head: t("catalogue.state"),
          cell: ({ catalogued }) => (
            <StateMark shape={catalogued ? "tick" : "ring"} tone={catalogued ? "good" : "waiting"}>
              {t(catalogued ? "catalogue.catalogued" : "catalogue.brought")}
            </StateMark>
          ),
        },
        {
          id: "advisories",
          head: t("catalogue.advisories"),
          number: true,
          cell: ({ advisories }) => formatNumber(language, advisories),
        },
        ...(mayKeep
          ? [
              {
                id: "acts",
                head: t("catalogue.acts"),
                cell: ({ code, name }: Typology) => (
                  <Link
                    to={paths.deskTypology(language, code)}
                    aria-label={t("catalogue.editOf", { name: name[language] || code })}
                  >
                    {t("catalogue.edit")}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
