import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { Facts } from "~/ui/table/facts";
import { PrintedFields } from "./printed-fields";

export function SourceBlock({ source }: { source: NonNullable<AdvisoryReading["source"]> }) {
  const { t } = useTranslation("reading");
  return (
    <>
      <p className="aside">{t("advisory.sourceLead")}</p>
      <Facts
        facts={[
          { name: t("advisory.sourceName"), value: source.name },
          source.url !== null && {
            name: t("advisory.sourceUrl"),
            value: source.linkable ? (
              <a href={source.url} rel="noopener">
                {source.url}
              </a>
            ) : (
              source.url
            ),
          },
          source.licence !== "" && { name: t("advisory.licence"), value: source.licence },
          source.regulator !== "" && { name: t("advisory.regulator"), value: source.regulator },
          source.documentType !== "" && { name: t("advisory.documentType"), value: source.documentType },
          {
            name: t("advisory.printedNumber"),
            value: source.printedNumber === "" ? t("advisory.noNumber") : source.printedNumber,
          },
        ]}
      />
      {source.more.length > 0 && (
        <details className="printed-fields">
          <summary>{t("advisory.printedFields")}</summary>
          <p className="aside">{t("advisory.printedFieldsLead")}</p>
          <PrintedFields fields={source.more} />
        </details>
      )}
    </>
  );
}
