import { useTranslation } from "react-i18next";
import type { AskedFlag, Column, Figures } from "~/domain/releases/reading";
import { Table } from "~/ui/table/table";
import { useFigureWords } from "./use-figure-words";

type Row = { flag: AskedFlag; figures: Figures; columns: Column[] };
type Props = { question: string; rows: Row[]; byCountry: boolean };

/** The figures behind the pictures of a comparison: one table for all red flags, since a reader compares them. */
export function ComparisonTable({ question, rows, byCountry }: Props) {
  const { t } = useTranslation("releases");
  const { asks, category, group, number, cell } = useFigureWords();
  const categories = rows[0]?.figures.categories ?? [];
  const lines = rows.flatMap(({ flag: { publicId }, columns }) =>
    columns.map((column) => ({ key: [publicId, ...column.members].join(" "), publicId, column })),
  );
  type Line = (typeof lines)[number];
  const institutions = {
    id: "group",
    head: t("table.group"),
    cell: ({ column }: Line) => group("jurisdiction", column),
  };
  if (lines.length === 0) return null;
  return (
    <details className="figures-table">
      <summary>{t("table.open")}</summary>
      <Table
        caption={t("table.caption", { question: asks(question) })}
        quietCaption
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { id: "flag", head: t("table.flag"), rowHead: true, cell: ({ publicId }) => publicId },
          ...(byCountry ? [institutions] : []),
          {
            id: "answered",
            head: t("table.answered"),
            number: true,
            cell: ({ column }) => number(column.answered),
          },
          ...categories.map((key, place) => ({
            id: key,
            head: category(question, key),
            number: true,
            cell: ({ column }: Line) => cell(column, place),
          })),
        ]}
      />
    </details>
  );
}
