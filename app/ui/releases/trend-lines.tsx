import { useTranslation } from "react-i18next";
import type { Figures } from "~/domain/releases/reading";
import { type Series, seriesOf } from "~/domain/releases/trend";
import { formatMonth } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Table } from "~/ui/table/table";
import { useFigureWords } from "./use-figure-words";

export type PastRound = { id: string; closesAt: Date | string; title: string };
type Props = {
  question: string;
  kind: Figures["kind"];
  /** The oldest first; undefined where a round did not ask it. */
  rounds: (PastRound & { figures: Figures | undefined })[];
};

/** One question over rounds: a small line for each answer, broken where a figure is withheld. */
export function TrendLines({ question, kind, rounds }: Props) {
  const { t } = useTranslation("releases");
  const { asks, category, share } = useFigureWords();
  const language = useLanguage();
  const series = seriesOf(rounds.map(({ figures }) => figures));
  const most = Math.max(0, ...series.flatMap(({ shares }) => shares.map((one) => one ?? 0)));
  if (most === 0) return null;
  const nameOf = (key: string) =>
    kind === "rating" ? t(`trend.${key === "good" ? "good" : "bad"}`) : category(question, key);
  const when = ({ closesAt }: PastRound) => formatMonth(language, new Date(closesAt).toISOString());
  const [oldest, newest] = [rounds[0], rounds.at(-1)];
  return (
    <figure>
      <figcaption className="label">{t("trend.title")}</figcaption>
      <ul className="trend-lines" aria-hidden="true">
        {series.map(({ key, shares }) => (
          <li key={key}>
            <p className="multiple-name">{nameOf(key)}</p>
            {shares.some((one) => one !== null) && (
              <>
                <TrendLine shares={shares} most={most} />
                <p className="trend-ends">
                  <span>{oldest && when(oldest)}</span>
                  <span>{newest && when(newest)}</span>
                </p>
              </>
            )}
            <p className="quiet">
              <TrendWords series={{ key, shares }} />
            </p>
          </li>
        ))}
      </ul>
      <details className="figures-table">
        <summary>{t("table.open")}</summary>
        <Table
          caption={t("trend.caption", { question: asks(question) })}
          quietCaption
          rows={rounds.map((round, i) => ({ ...round, i }))}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "round",
              head: t("table.round"),
              rowHead: true,
              cell: (round) => `${round.title} · ${when(round)}`,
            },
            ...series.map(({ key, shares }) => ({
              id: key,
              head: nameOf(key),
              number: true,
              cell: ({ i }: { i: number }) => {
                const one = shares[i] ?? null;
                return one === null ? t("withheld") : share(one);
              },
            })),
          ]}
        />
      </details>
    </figure>
  );
}

/** From the first to the last figure that is shown, and in how many rounds it is not. */
function TrendWords({ series: { shares } }: { series: Series }) {
  const { t } = useTranslation("releases");
  const { share, number } = useFigureWords();
  const shown = shares.filter((one) => one !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return <>{t("trend.heldAll")}</>;
  const held = shares.length - shown.length;
  const words = [
    shown.length > 1 ? `${share(first)} → ${share(last)}` : share(last),
    ...(held > 0 ? [t("trend.held", { count: held, of: number(shares.length) })] : []),
  ];
  return <>{words.join("; ")}</>;
}

/** Where nothing is drawn a figure is withheld: no line leads over the gap. */
function TrendLine({ shares, most }: { shares: (number | null)[]; most: number }) {
  const x = (i: number) => 4 + (shares.length > 1 ? (92 * i) / (shares.length - 1) : 46);
  const y = (share: number) => 92 - (84 * share) / most;
  const at = (value: number) => `${value.toFixed(2)}%`;
  return (
    <svg className="trend-line" focusable="false" aria-hidden="true">
      <line className="base" x1="0" x2="100%" y1="98%" y2="98%" />
      {shares.map((share, i) => {
        const before = shares[i - 1] ?? null;
        if (share === null || before === null) return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in time has no other name
          <line key={i} x1={at(x(i - 1))} y1={at(y(before))} x2={at(x(i))} y2={at(y(share))} />
        );
      })}
      {shares.map((share, i) =>
        share === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <circle key={i} cx={at(x(i))} cy={at(y(share))} r="3.5" />
        ),
      )}
    </svg>
  );
}
