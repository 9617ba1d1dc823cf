import { Link } from "@remix-run/react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { isDecided } from "~/domain/adoption/adoption";
import type { BoardRow } from "~/domain/adoption/board-rows.server";
import type { Board } from "~/domain/adoption/boards.server";
import type { Said, SaidHtml } from "~/domain/advisories/reading";
import { formatDate, formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RedFlagStateMark } from "~/ui/mark/red-flag-state-mark";
import { Facts } from "~/ui/table/facts";
import { Prose } from "~/ui/text/prose";
import { SaidText } from "~/ui/text/said";
import { ItemForm } from "./item-form";
import { DueWords } from "./own-items-page";

export type BoardItemFacts = BoardRow & {
  printed: { anchor: string; heading: Said | null; body: SaidHtml | null; mergedInto: string | null } | null;
};
type Props = {
  item: BoardItemFacts;
  number: string;
  version: number;
  owners: Board["owners"];
  today: string;
  timeZone: string;
  /** Null: it is only to be read. */
  bulkForm: string | null;
  back: string;
};

/** One red flag of a board: what is printed, what the institution says of it, and the form to say it. */
export function BoardItem({ item, number, version, owners, today, timeZone, bulkForm, back }: Props) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const { publicId, printed, mark, state, ownerName, ownerLeft, dueOn, note, flagState } = item;
  const [saves, setSaves] = useState(0);
  const noteSave = useCallback(() => setSaves((before) => before + 1), []);
  const label = publicId.startsWith(`${number}#`) ? publicId.slice(number.length + 1) : publicId;
  return (
    <li className="board-item" id={paths.boardAnchor(publicId)} data-state={state}>
      <div className="board-item-head">
        {bulkForm ? (
          <label className="choice">
            <input type="checkbox" name="redFlags[]" value={publicId} form={bulkForm} />
            <span className="visually-hidden">{t("bulk.choose", { id: publicId })}</span>
            <span className="number" aria-hidden="true">
              {label}
            </span>
          </label>
        ) : (
          <span className="number">{label}</span>
        )}
        {mark && <span className="news">{t(`mark.${mark}`)}</span>}
        {flagState && flagState !== "active" && <RedFlagStateMark state={flagState} />}
      </div>
      <div className="board-item-text">
        {printed ? (
          <>
            {printed.heading && <SaidText as="h3" said={printed.heading} />}
            <Prose small body={printed.body} />
            <p className="quiet">
              <Link
                to={`${paths.advisory(language, number)}#${printed.anchor}`}
                aria-label={t("readWholeOf", { id: publicId })}
              >
                {t("readWhole")}
              </Link>
            </p>
          </>
        ) : (
          <p className="quiet">{t("notPrinted")}</p>
        )}
        {note && <p className="kept-note">{note}</p>}
      </div>
      <div className="board-item-facts">
        <Facts
          facts={[
            {
              name: t("field.state"),
              value: (
                <>
                  <strong>{t(`state.${state}`)}</strong>
                  {item.decidedAt && (
                    <span className="second-line">{formatDate(language, item.decidedAt, timeZone)}</span>
                  )}
                </>
              ),
            },
            {
              name: t("field.owner"),
              value: ownerLeft ? t("ownerLeft", { name: ownerName }) : (ownerName ?? t("nobody")),
            },
            !(isDecided(state) && dueOn === null) && {
              name: t("field.dueOn"),
              value:
                isDecided(state) && dueOn ? (
                  formatDay(language, dueOn)
                ) : (
                  <DueWords dueOn={dueOn} today={today} />
                ),
            },
          ]}
        />
        {bulkForm ? (
          <details key={saves} className="item-change">
            <summary aria-label={t("form.changeOf", { id: publicId })}>{t("form.change")}</summary>
            <ItemForm
              number={number}
              version={version}
              item={item}
              owners={owners}
              timeZone={timeZone}
              back={back}
              onDone={noteSave}
            />
          </details>
        ) : (
          <p className="quiet">
            <Link
              to={paths.boardItem(language, number, publicId)}
              aria-label={t("form.historyOf", { id: publicId })}
            >
              {t("form.history")}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}
