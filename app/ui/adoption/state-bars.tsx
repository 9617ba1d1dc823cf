import { useTranslation } from "react-i18next";
import { type AdoptionState, adoptionStates, type Progress } from "~/domain/adoption/adoption";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Table } from "~/ui/table/table";

const width = 100;

/** How many red flags got which answer: one bar an answer with its figure beside it, and the same as a table beneath. */
export function StateBars({ progress }: { progress: Progress }) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const rows = adoptionStates.map((state) => ({ state, count: progress.byState[state] }));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const share = (count: number) =>
    formatNumber(language, progress.total === 0 ? 0 : count / progress.total, { style: "percent" });
  return (
    <figure className="state-bars">
      <ul aria-hidden="true">
        {rows.map(({ state, count }) => (
          <li key={state} data-state={state} data-none={count === 0 || undefined}>
            <span className="state-bar-name">{t(`state.${state}`)}</span>
            <svg viewBox={`0 0 ${width} 10`} preserveAspectRatio="none" focusable="false" aria-hidden="true">
              <rect x="0" y="1" width={(width * count) / most} height="8" />
            </svg>
            <span className="state-bar-count">{formatNumber(language, count)}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t("picture.table")}</summary>
        <Table<{ state: AdoptionState; count: number }>
          caption={t("picture.caption")}
          quietCaption
          rows={rows}
          rowKey={({ state }) => state}
          columns={[
            { id: "state", head: t("field.state"), rowHead: true, cell: ({ state }) => t(`state.${state}`) },
            {
              id: "count",
              head: t("picture.count"),
              number: true,
              cell: ({ count }) => formatNumber(language, count),
            },
            { id: "share", head: t("picture.share"), number: true, cell: ({ count }) => share(count) },
          ]}
        />
      </details>
    </figure>
  );
}
