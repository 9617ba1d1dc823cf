import { useTranslation } from "react-i18next";
import {
  bad,
  type Column,
  type Figures,
  good,
  mostFrequent,
  shareOf,
  together,
} from "~/domain/releases/reading";
import { isWithheld } from "~/domain/releases/release";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useFigureWords } from "./use-figure-words";

/** What a picture shows, in words reckoned from its figures; a withheld one is never guessed at. */
export function useFigureSentence() {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { category, group, number, share } = useFigureWords();
  const parts = (column: Column, count: number) => ({
    count: number(count),
    answered: number(column.answered),
    share: share(shareOf(column, count) ?? 0),
  });
  const quoted = (question: string, keys: string[]) =>
    formatList(
      language,
      keys.map((key) => `“${category(question, key)}”`),
    );

  const ratings = (column: Column) =>
    (
      [
        ["good", good],
        ["bad", bad],
      ] as const
    ).map(([side, places]) => {
      const sum = together(column.counts, places);
      if (!sum.any) return t(`sentence.${side}Held`);
      return t(`sentence.${side}${sum.whole ? "" : "AtLeast"}`, parts(column, sum.shown));
    });

  const choices = ({ question, categories }: Figures, column: Column) => {
    const most = mostFrequent(column);
    if (!most) return t("sentence.nothing");
    const answers = quoted(
      question,
      most.places.flatMap((place) => categories[place] ?? []),
    );
    const words = { answers, ...parts(column, most.count) };
    if (most.places.length > 1) return t(`sentence.${most.whole ? "mostTied" : "mostShownTied"}`, words);
    if (most.whole) return t("sentence.most", words);
    const shown = column.counts.filter((count) => count !== null).length;
    return t(`sentence.${shown === 1 ? "mostShown" : "mostShownSome"}`, words);
  };

  /** The countries side by side: of a rating the good ones, else the answer most frequent among all. */
  const countries = (figures: Figures) => {
    const { kind, question, categories, overall, by } = figures;
    if (isWithheld(by.jurisdiction) || by.jurisdiction.length < 2 || isWithheld(overall)) return undefined;
    const places = kind === "rating" ? good : mostFrequent(overall)?.places.slice(0, 1);
    if (!places) return undefined;
    const told = by.jurisdiction.map((column) => {
      const sum = together(column.counts, places);
      const name = group("jurisdiction", column);
      return {
        sum,
        words: sum.whole
          ? t("sentence.comparePart", { group: name, ...parts(column, sum.shown) })
          : t("sentence.comparePartHeld", { group: name }),
      };
    });
    if (!told.some(({ sum }) => sum.whole)) return undefined;
    const what =
      kind === "rating"
        ? t("sentence.compareGood")
        : quoted(
            question,
            places.flatMap((place) => categories[place] ?? []),
          );
    return t("sentence.compare", { what, parts: told.map(({ words }) => words).join("; ") });
  };

  return (figures: Figures): { seen: string; compared: string | undefined } => {
    const { overall, kind } = figures;
    const nothing = isWithheld(overall) || overall.counts.every((count) => count === null);
    const seen = nothing
      ? t("sentence.nothing")
      : kind === "rating"
        ? ratings(overall).join(" ")
        : choices(figures, overall);
    return { seen, compared: countries(figures) };
  };
}
