import { useTranslation } from "react-i18next";
import type { StatementReading } from "~/domain/advisories/reading";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Facts } from "~/ui/table/facts";
import { SaidText } from "~/ui/text/said";

export function StatementBlock({ statement }: { statement: StatementReading }) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  return (
    <section className="passage" id="statement" data-anchor>
      <h2>{t("statement.title")}</h2>
      <Facts
        across
        facts={[
          statement.speaker !== "" && { name: t("statement.speaker"), value: statement.speaker },
          statement.capacity && {
            name: t("statement.capacity"),
            value: <SaidText said={statement.capacity} />,
          },
          { name: t("statement.form"), value: term(`statementForm.${statement.form}`) },
          statement.venue && { name: t("statement.venue"), value: <SaidText said={statement.venue} /> },
          statement.heldOn !== "" && {
            name: t("statement.heldOn"),
            value: <time dateTime={statement.heldOn}>{formatDay(language, statement.heldOn)}</time>,
          },
        ]}
      />
    </section>
  );
}
