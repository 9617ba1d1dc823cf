import { useTranslation } from "react-i18next";
import { type Column, shareOf } from "~/domain/releases/reading";
import { type Breakdown, noAnswer } from "~/domain/releases/release";
import { formatList, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { usePlaceName } from "~/ui/place/use-place-name";

/** What questions, their categories and the groups of a release are called in the reader's language. */
export function useFigureWords() {
  const { t } = useTranslation("releases");
  const { t: asked } = useTranslation("rounds");
  const { t: term } = useTranslation("terms");
  const { t: organisation } = useTranslation("vetting");
  const language = useLanguage();
  const { country } = usePlaceName();
  const number = (value: number) => formatNumber(language, value);
  const share = (part: number) =>
    formatNumber(language, part, { style: "percent", maximumFractionDigits: 0 });
  const count = (value: number | null) => (value === null ? t("withheld") : number(value));
  const member = (breakdown: Breakdown, value: string | null) => {
    if (!value) return t("notRecorded");
    if (breakdown === "jurisdiction") return country(value);
    return breakdown === "sector"
      ? term(`sector.${value as "bank"}`)
      : organisation(`size.${value as "small"}`);
  };
  return {
    asks: (question: string) => asked(`question.${question as "seen"}.asks`),
    short: (question: string) => asked(`question.${question as "seen"}.short`),
    category: (question: string, key: string) =>
      key === noAnswer ? t("noAnswer") : asked(`question.${question as "seen"}.category.${key as "never"}`),
    group: (breakdown: Breakdown, { members }: Column) =>
      formatList(
        language,
        members.map((value) => member(breakdown, value)),
      ),
    number,
    /** A count, or that it is withheld: never a zero in its place. */
    count,
    share,
    /** In a table: a count and its share of those who answered. */
    cell: (column: Column, place: number) => {
      const value = column.counts[place] ?? null;
      const part = shareOf(column, value);
      return value === null || part === null
        ? count(null)
        : t("table.cell", { count: number(value), share: share(part) });
    },
  };
}
