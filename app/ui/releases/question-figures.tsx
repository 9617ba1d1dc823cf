import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Column, columnsOf, type Figures, largestShare } from "~/domain/releases/reading";
import { type Breakdown, isWithheld } from "~/domain/releases/release";
import { ChoiceBars } from "./choice-bars";
import { FiguresTable } from "./figures-table";
import { RatingRows } from "./rating-rows";
import { useFigureSentence } from "./use-figure-sentence";
import { useFigureWords } from "./use-figure-words";

type Props = { figures: Figures; id: string; children?: ReactNode };

/** One question of a release: what is seen, the pictures, and the table beneath. */
export function QuestionFigures({ figures, id, children }: Props) {
  const { t } = useTranslation("releases");
  const { asks } = useFigureWords();
  const { seen, compared } = useFigureSentence()(figures);
  const { question, categories, kind, overall, by } = figures;
  const columns = columnsOf(figures);
  const some = columns.some(({ counts }) => counts.some((count) => count !== null));
  const inner = (["sector", "size"] as const).filter((breakdown) => !isWithheld(by[breakdown]));
  return (
    <section className="question-figures" id={id} data-anchor aria-labelledby={`${id}-asks`}>
      <h3 id={`${id}-asks`}>{asks(question)}</h3>
      <p>
        {seen} {compared}
      </p>
      {some && (
        <figure>
          <div aria-hidden="true">
            {kind === "rating" ? (
              <RatingsOfAll figures={figures} columns={columns} />
            ) : (
              <>
                {!isWithheld(overall) && (
                  <ChoiceBars
                    question={question}
                    categories={categories}
                    column={overall}
                    longest={largestShare(columns)}
                  />
                )}
                <Groups figures={figures} breakdown="jurisdiction" columns={columns} />
              </>
            )}
          </div>
          {inner.length > 0 && (
            <details>
              <summary>{t(inner.length === 2 ? "bySectorAndSize" : `by.${inner[0] ?? "sector"}`)}</summary>
              <div aria-hidden="true">
                {inner.map((breakdown) => (
                  <Groups key={breakdown} figures={figures} breakdown={breakdown} columns={columns} />
                ))}
              </div>
            </details>
          )}
          <FiguresTable figures={figures} />
        </figure>
      )}
      {children}
    </section>
  );
}

function RatingsOfAll({ figures, columns }: { figures: Figures; columns: Column[] }) {
  const { t } = useTranslation("releases");
  const { number, group } = useFigureWords();
  const { question, categories, overall, by } = figures;
  const countries = isWithheld(by.jurisdiction) ? [] : by.jurisdiction;
  const rows = [
    ...(isWithheld(overall)
      ? []
      : [
          {
            key: "all",
            name: t("group", { group: t("allInstitutions"), answered: number(overall.answered) }),
            column: overall,
          },
        ]),
    ...countries.map((column) => ({
      key: column.members.join(" "),
      name: t("group", { group: group("jurisdiction", column), answered: number(column.answered) }),
      column,
    })),
  ];
  return <RatingRows question={question} categories={categories} rows={rows} measuredWith={columns} />;
}

type GroupsProps = { figures: Figures; breakdown: Breakdown; columns: Column[] };

/** Small multiples: the same picture for each group, all on one measure. */
function Groups({ figures, breakdown, columns }: GroupsProps) {
  const { t } = useTranslation("releases");
  const { number, group } = useFigureWords();
  const { question, categories, kind, by } = figures;
  const groups = by[breakdown];
  if (isWithheld(groups)) return null;
  const named = groups.map((column) => ({
    key: column.members.join(" "),
    name: t("group", { group: group(breakdown, column), answered: number(column.answered) }),
    column,
  }));
  return (
    <div className="groups">
      <p className="label">{t(`by.${breakdown}`)}</p>
      {kind === "rating" ? (
        <RatingRows question={question} categories={categories} rows={named} measuredWith={columns} />
      ) : (
        <ul className="multiples">
          {named.map(({ key, name, column }) => (
            <li key={key}>
              <p className="multiple-name">{name}</p>
              <ChoiceBars
                question={question}
                categories={categories}
                column={column}
                longest={largestShare(columns)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
