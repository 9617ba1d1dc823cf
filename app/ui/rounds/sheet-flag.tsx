import { type RefObject, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isInForce, placeOf } from "~/domain/answers/answer";
import { copyable, type RowProgress, rowAbove } from "~/domain/answers/progress";
import { type Question, questions } from "~/domain/rounds/questions";
import { useLanguage } from "~/i18n/use-language";
import { Button } from "~/ui/action/button";
import { useIsClient } from "~/ui/page/use-is-client";
import type { Screened } from "~/ui/screening/use-screening";
import type { SheetKeeper, Snapshot } from "./sheet-keeper";
import { SheetQuestion } from "./sheet-question";
import { useFlagName } from "./use-flag-name";

export type SheetRow = { n: number; publicId: string; state: string; text: { es: string; en: string } };
type Props = {
  keeper: SheetKeeper;
  shown: Snapshot;
  rows: SheetRow[];
  /** The row that is open; 0: the round as a whole. */
  row: number;
  progress: RowProgress | undefined;
  own: string;
  proposals: Record<number, string>;
  found: Record<string, Screened>;
  heading: RefObject<HTMLHeadingElement>;
};

const isNeeded = (question: Question) => "required" in question && question.required;

/** One red flag of the sheet, or the round as a whole: what it needs first, what is asked besides beneath. */
export function SheetFlag(props: Props) {
  const { keeper, shown, rows, row, progress, own, proposals, found, heading } = props;
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const isClient = useIsClient();
  const nameOf = useFlagName(rows);
  const flag = rows.find(({ n }) => n === row);
  const above = rowAbove(rows, row);
  const others = useMemo(() => rows.filter(({ n }) => n !== row), [rows, row]);
  const offered = above ? copyable(shown.answers, above.n, row) : [];
  const asked = questions.filter(({ about }) => about === (row === 0 ? "round" : "red-flag"));
  const rest = asked.filter((question) => !isNeeded(question));
  const held = (key: string) => {
    const mine = shown.mine[placeOf(row, key)];
    return mine?.theirs !== undefined || mine?.reason !== undefined;
  };
  const field = (question: Question) => {
    const place = placeOf(row, question.key);
    const before = above && shown.answers[placeOf(above.n, question.key)];
    return (
      <SheetQuestion
        key={place}
        keeper={keeper}
        place={place}
        question={question}
        saved={shown.saved[place]}
        mine={shown.mine[place]}
        saving={shown.state === "saving" && shown.mine[place] !== undefined}
        own={own}
        proposed={question.key === "adopted" ? proposals[row] : undefined}
        aboveName={above && typeof before === "string" ? nameOf(above) : undefined}
        aboveAnswer={typeof before === "string" ? before : undefined}
        found={found[place]}
        redFlags={others}
      />
    );
  };
  return (
    <section aria-labelledby="open-flag" className="sheet-flag">
      <header>
        <p className="overline">
          <span>{flag ? nameOf(flag) : t("sheet.last")}</span>
          {progress && progress.asked > 0 && (
            <span>{t("sheet.answeredOf", { answered: progress.answered, asked: progress.asked })}</span>
          )}
        </p>
        <h2 id="open-flag" ref={heading} tabIndex={-1}>
          {flag ? flag.text[language] || flag.text.es || flag.text.en : t("sheet.roundAsWhole")}
        </h2>
        {flag && !isInForce(flag) && <p className="quiet">{t("sheet.withdrawnHow")}</p>}
        {isClient && above && offered.length > 0 && (
          <p>
            <Button
              size="small"
              onClick={() => {
                for (const { question, answer } of offered) keeper.set(placeOf(row, question), answer);
              }}
            >
              {t("sheet.copyAbove", { name: nameOf(above), count: offered.length })}
            </Button>
          </p>
        )}
      </header>
      <div className="sheet-questions">{asked.filter(isNeeded).map(field)}</div>
      <details className="sheet-more" open={rest.some(({ key }) => held(key)) || undefined}>
        <summary>
          {t(row === 0 ? "sheet.moreOfRound" : "sheet.more", {
            count: rest.filter(({ key }) => shown.answers[placeOf(row, key)] !== undefined).length,
            of: rest.length,
          })}
        </summary>
        <div className="sheet-questions">{rest.map(field)}</div>
      </details>
    </section>
  );
}
