import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BoardRow } from "~/domain/adoption/board-rows.server";
import type { Board } from "~/domain/adoption/boards.server";
import type { ItemHistory } from "~/domain/adoption/item-history.server";
import type { RedFlagReading } from "~/domain/advisories/reading";
import type { Refusal } from "~/http/outcomes";
import { formatDay, formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { RedFlag } from "~/ui/advisory/red-flag";
import { Facts } from "~/ui/table/facts";
import { ItemForm } from "./item-form";
import { theirsIn } from "./theirs";

type Props = {
  number: string;
  version: number | null;
  row: BoardRow;
  flag: RedFlagReading | null;
  owners: Board["owners"];
  history: ItemHistory;
  timeZone: string;
  mayChange: boolean;
  answer: { refusal: Refusal; typed?: Record<string, string | string[]> | undefined } | undefined;
};

/** One red flag of the board by itself: what is printed, the form, and all that was ever said of it. */
export function ItemPage({
  number,
  version,
  row,
  flag,
  owners,
  history,
  timeZone,
  mayChange,
  answer,
}: Props) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const isTold =
    answer && (answer.refusal.reason === "does_not_fit" || theirsIn(answer.refusal) !== undefined);
  return (
    <article className="desk adoption">
      <header>
        <p className="overline">
          <Link to={paths.boards(language)}>{t("overline")}</Link>
          <Link to={`${paths.board(language, number)}#${paths.boardAnchor(row.publicId)}`}>{number}</Link>
        </p>
        <h1>{row.publicId}</h1>
      </header>
      {flag ? (
        <ol className="flag-list">
          <RedFlag flag={flag} number={number} tlp={flag.tlp} grouped={false} elsewhere />
        </ol>
      ) : (
        <p className="quiet">{t("notPrinted")}</p>
      )}
      {mayChange && version !== null && (
        <section aria-labelledby="ours">
          <h2 id="ours">{t("item.ours")}</h2>
          {answer && !isTold && <RefusalNotice refusal={answer.refusal} />}
          <ItemForm
            number={number}
            version={version}
            item={row}
            owners={owners}
            timeZone={timeZone}
            typed={answer?.typed}
            refused={answer?.refusal}
          />
        </section>
      )}
      <section aria-labelledby="history">
        <h2 id="history">{t("item.history")}</h2>
        {history.length === 0 ? (
          <p>{t("item.noHistory")}</p>
        ) : (
          <ol className="item-history">
            {history.map((change) => (
              <Change key={change.revision} change={change} timeZone={timeZone} />
            ))}
          </ol>
        )}
      </section>
    </article>
  );
}

type ChangeProps = { change: ItemHistory[number]; timeZone: string };

function Change({ change: { by, at, before, after }, timeZone }: ChangeProps) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const becoming = (from: string, to: string) => t("item.became", { from, to });
  const day = (value: string | null) => (value ? formatDay(language, value) : t("noDue"));
  return (
    <li className="item-change-line">
      <p className="quiet">
        {by ?? t("nobody")} ·{" "}
        <time dateTime={new Date(at).toISOString()}>{formatInstant(language, at, timeZone)}</time>
      </p>
      <Facts
        facts={[
          before.state !== after.state && {
            name: t("field.state"),
            value: becoming(t(`state.${before.state}`), t(`state.${after.state}`)),
          },
          before.ownerId !== after.ownerId && {
            name: t("field.owner"),
            value: becoming(before.ownerName ?? t("nobody"), after.ownerName ?? t("nobody")),
          },
          before.dueOn !== after.dueOn && {
            name: t("field.dueOn"),
            value: becoming(day(before.dueOn), day(after.dueOn)),
          },
          before.note !== after.note && {
            name: t("field.note"),
            value: (
              <>
                <span className="kept-note">{after.note || t("noNote")}</span>
                {before.note && (
                  <del className="kept-note">
                    <span className="visually-hidden">{t("item.before")} </span>
                    {before.note}
                  </del>
                )}
              </>
            ),
          },
          before.reviewedVersion !== after.reviewedVersion && {
            name: t("item.reviewed"),
            value: t("version", { n: after.reviewedVersion }),
          },
        ]}
      />
    </li>
  );
}
