import { useTranslation } from "react-i18next";
import { meanOf, mostChosen } from "~/domain/floor/floor";
import { formatList, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Table } from "~/ui/table/table";
import type { RoomPoll } from "./room";
import { useOptions } from "./use-options";

/** Of the width, in hundredths: the rest is for the figure at the end of the longest bar. */
const room = 84;

/** What came of a poll: a sentence, bars, and the table behind them; where too few voted, that. */
export function PollResult({ poll }: { poll: RoomPoll }) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const options = useOptions(poll);
  const { counts, voters, kind } = poll;
  if (!counts) return <p className="quiet">{t("polls.withheld")}</p>;
  const number = (value: number) => formatNumber(language, value);
  const { most, places } = mostChosen(counts);
  const wide = (count: number) => `${most === 0 ? 0 : Number(((room * count) / most).toFixed(1))}%`;
  const rows = options.map((name, place) => ({ place, name, count: counts[place] ?? 0 }));
  const top = places.map((place) => `“${options[place] ?? ""}”`);
  return (
    <figure className="poll-result">
      <figcaption>
        {t("polls.most", { choices: formatList(language, top), count: most, voters })}
        {kind === "scale" && (
          <>
            {" "}
            {t("polls.mean", { mean: formatNumber(language, meanOf(counts), { maximumFractionDigits: 1 }) })}
          </>
        )}
      </figcaption>
      <ul className="choice-bars">
        {rows.map(({ place, name, count }) => (
          <li key={place}>
            <span className="choice-name">{name}</span>
            <svg role="img" aria-label={t("questions.votes", { count })}>
              <rect width={wide(count)} />
              <text x={wide(count)} y="50%" dx="6">
                {number(count)}
              </text>
            </svg>
          </li>
        ))}
      </ul>
      <details className="floor-more">
        <summary>{t("polls.table")}</summary>
        <Table
          columns={[
            { id: "option", head: t("polls.option"), rowHead: true, cell: ({ name }) => name },
            { id: "votes", head: t("polls.votes"), number: true, cell: ({ count }) => number(count) },
            {
              id: "share",
              head: t("polls.share"),
              number: true,
              cell: ({ count }) =>
                formatNumber(language, count / voters, { style: "percent", maximumFractionDigits: 0 }),
            },
          ]}
          rows={rows}
          rowKey={({ place }) => String(place)}
        />
      </details>
    </figure>
  );
}
