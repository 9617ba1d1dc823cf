import { useTranslation } from "react-i18next";
import { EmptyState } from "~/ui/notice/empty-state";
import { type TypologyEntry, TypologyIndex } from "./typology-index";

type Props = { typologies: (TypologyEntry & { catalogued: boolean })[] };

export function CataloguePage({ typologies }: Props) {
  const { t } = useTranslation("reading");
  const adopted = typologies.filter(({ catalogued }) => catalogued);
  const named = typologies.filter(({ catalogued, advisories }) => !catalogued && advisories > 0);
  return (
    <div className="folio">
      <div className="wide">
        <h1>{t("typologies.title")}</h1>
        <p className="page-lead">{t("typologies.lead")}</p>
        {typologies.length === 0 && <EmptyState heading={t("typologies.empty")}>{null}</EmptyState>}
        {adopted.length > 0 && <TypologyIndex typologies={adopted} />}
        {named.length > 0 && (
          <section className="passage">
            <h2>{t("typologies.uncatalogued")}</h2>
            <p className="page-lead">{t("typologies.uncataloguedLead")}</p>
            <TypologyIndex typologies={named} />
          </section>
        )}
      </div>
    </div>
  );
}
