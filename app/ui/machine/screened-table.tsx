import { useTranslation } from "react-i18next";
import type { ScreenedCount } from "~/domain/screening/screened-counts.server";
import { formatDay, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Table } from "~/ui/table/table";

/** How often texts were stopped, by day and kind. */
export function ScreenedTable({ counts }: { counts: ScreenedCount[] }) {
  const { t } = useTranslation("operations");
  const kinds = useTranslation("screening").t;
  const language = useLanguage();
  if (counts.length === 0) return <p className="quiet">{t("screenedNone")}</p>;
  return (
    <Table
      rows={counts}
      rowKey={({ day, kind }) => `${day} ${kind}`}
      columns={[
        { id: "day", head: t("day"), rowHead: true, cell: ({ day }) => formatDay(language, day) },
        { id: "kind", head: t("screenedKind"), cell: ({ kind }) => kinds(`kind.${kind}`) },
        {
          id: "count",
          head: t("screenedTimes"),
          number: true,
          cell: ({ count }) => formatNumber(language, count),
        },
      ]}
    />
  );
}
