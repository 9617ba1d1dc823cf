import { useTranslation } from "react-i18next";
import type { Column, Figures } from "~/domain/releases/reading";
import { type Breakdown, breakdowns, isWithheld, type Withheld } from "~/domain/releases/release";
import { formatList, insideLine } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Table } from "~/ui/table/table";
import { useFigureWords } from "./use-figure-words";

// Not by the reasons themselves: `_few` at a key's end is a plural to i18next.
export const wordsFor = {
  too_few: "tooFew",
  earlier_release: "earlierRelease",
  little_left: "littleLeft",
  aggregates: "aggregates",
} as const;

type Row = { key: string; name: string; column: Column };

type Props = { figures: Figures };

/** What is published of a question, with the share of those who answered; a breakdown that is withheld says why. */
export function FiguresTable({ figures }: Props) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { asks, category, group, number, cell } = useFigureWords();
  const { question, categories, overall, by } = figures;
  const rows: Row[] = [
    ...(isWithheld(overall) ? [] : [{ key: "all", name: t("all"), column: overall }]),
    ...breakdowns.flatMap((breakdown) => {
      const columns = by[breakdown];
      return isWithheld(columns)
        ? []
        : columns.map((column) => ({
            key: `${breakdown} ${column.members.join(" ")}`,
            name: group(breakdown, column),
            column,
          }));
    }),
  ];
  const reasons = new Map<Withheld["withheld"], Breakdown[]>();
  for (const breakdown of breakdowns) {
    const columns = by[breakdown];
    if (isWithheld(columns)) {
      reasons.set(columns.withheld, [...(reasons.get(columns.withheld) ?? []), breakdown]);
    }
  }
  const named = (held: Breakdown[]) => {
    const [first = "", ...rest] = held.map((breakdown) => t(`by.${breakdown}`));
    return formatList(language, [first, ...rest.map((words) => insideLine(language, words))]);
  };
  return (
    <details className="figures-table">
      <summary>{t("table.open")}</summary>
      <Table
        caption={t("table.caption", { question: asks(question) })}
        quietCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { id: "group", head: t("table.group"), rowHead: true, cell: ({ name }) => name },
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
            cell: ({ column }: Row) => cell(column, place),
          })),
        ]}
      />
      {[...reasons].map(([why, held]) => (
        <p key={why} className="quiet">
          {`${named(held)}: ${t(`heldBack.${wordsFor[why]}`)}.`}
        </p>
      ))}
    </details>
  );
}
