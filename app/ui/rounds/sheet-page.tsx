import { Link, useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isInForce, placeOf } from "~/domain/answers/answer";
import { nextMissing, progressOf } from "~/domain/answers/progress";
import type { findSheet } from "~/domain/answers/sheet.server";
import type { findRound } from "~/domain/rounds/rounds.server";
import type { Refusal } from "~/http/outcomes";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { useReload } from "~/ui/live/use-reload";
import { Notice } from "~/ui/notice/notice";
import { useIsClient } from "~/ui/page/use-is-client";
import type { Screened } from "~/ui/screening/use-screening";
import type { Mine } from "./kept-answers";
import { RoundFacts } from "./round-facts";
import { SheetSaveMark } from "./sheet-bar";
import { SheetFlag } from "./sheet-flag";
import { IndexLine } from "./sheet-index";
import { focusQuestion, onSheetKey } from "./sheet-keys";
import { useFlagName } from "./use-flag-name";
import { useColleagues, useSheet } from "./use-sheet";

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;
type Sheet = NonNullable<Awaited<ReturnType<typeof findSheet>>>;
/** What came back of a form that was sent without scripts and not kept whole. */
export type SheetAnswer =
  | { refusal?: Refusal | undefined; mine?: Record<string, Mine>; found?: Record<string, Screened> }
  | undefined;
type Props = {
  round: Round;
  sheet: Sheet;
  timeZone: string;
  memberId: string;
  name: string;
  maySign: boolean;
  /** By row: what the institution's adoption board says. */
  proposals: Record<number, string>;
  /** The row to open; null: the first that wants an answer. */
  flag: number | null;
  saved: boolean;
  answer: SheetAnswer;
};

/** What an institution answers: a list of red flags with how far each is, and one of them open. */
export function SheetPage(props: Props) {
  const { round, sheet, timeZone, memberId, name, maySign, proposals, flag, saved, answer } = props;
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const isClient = useIsClient();
  const navigate = useNavigate();
  const reload = useReload();
  const { keeper, shown } = useSheet({
    roundId: round.id,
    memberId,
    name,
    entries: sheet.entries,
    mine: answer?.mine ?? {},
  });
  const [leaving, setLeaving] = useState(false);

  const [open, setOpen] = useState<number>();
  // Where the page begins; it does not move while one answers.
  const [first] = useState(
    () => nextMissing(progressOf(shown.answers, sheet.rows), 0)?.row ?? sheet.rows[0]?.n ?? 0,
  );
  const isRow = flag === 0 || sheet.rows.some(({ n }) => n === flag);
  const row = open ?? (isRow && flag !== null ? flag : first);
  const { others, now } = useColleagues({ roundId: round.id, row, keeper, over: reload });
  const rows = useMemo(() => {
    const stateOf = new Map(now?.states.map(({ n, state }) => [n, state]));
    return sheet.rows.map((one) => ({ ...one, state: stateOf.get(one.n) ?? one.state }));
  }, [sheet.rows, now?.states]);
  const progress = useMemo(() => progressOf(shown.answers, rows), [shown.answers, rows]);
  const order = useMemo(() => [...rows.map(({ n }) => n), 0], [rows]);
  const nameOf = useFlagName(rows);

  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useRef<{ question?: string } | undefined>(undefined);
  const go = useCallback(
    (to: number, question?: string) => {
      wanted.current = question === undefined ? {} : { question };
      setOpen(to);
      keeper.flush();
      window.history.replaceState(window.history.state, "", paths.roundSheet(language, round.id, to));
    },
    [keeper, language, round.id],
  );
  const onGo = useCallback((to: number) => go(to), [go]);
  // After every drawing: going to the row that is open already moves the cursor too.
  useEffect(() => {
    if (!wanted.current) return;
    const { question } = wanted.current;
    wanted.current = undefined;
    const there = question && form.current?.querySelector(`[data-place="${placeOf(row, question)}"]`);
    if (there) focusQuestion(there);
    else heading.current?.focus({ preventScroll: true });
    (there || heading.current)?.scrollIntoView({ block: there ? "center" : "start" });
  });
  const goBy = (by: 1 | -1) => {
    const to = order[order.indexOf(row) + by];
    const firstOf = to === 0 ? "usefulness" : "seen";
    if (to !== undefined) go(to, firstOf);
  };

  // The round closed while this page was open: its own page says what became of the answers.
  useEffect(() => {
    if (shown.problem === "round_not_open") reload();
  }, [shown.problem, reload]);
  const review = paths.roundAct(language, round.id, "signature");
  const unsent = Object.keys(shown.mine).length;
  useEffect(() => {
    if (leaving && shown.state === "saved") navigate(review);
    else if (leaving && shown.state !== "saving" && shown.state !== "waiting") setLeaving(false);
  }, [leaving, shown.state, navigate, review]);

  const overtaken = Object.values(answer?.mine ?? {}).filter(({ theirs }) => theirs).length;
  const asked = progress.reduce((sum, one) => sum + one.asked, 0);
  const answered = progress.reduce((sum, one) => sum + one.answered, 0);
  const next = nextMissing(progress, row);
  const offered = rows.filter(
    (one) => isInForce(one) && proposals[one.n] && shown.answers[placeOf(one.n, "adopted")] === undefined,
  );
  const signed = now ? now.signed : sheet.signed;
  const at = order.indexOf(row);
  const label = (n: number) => {
    const one = rows.find((each) => each.n === n);
    return one ? nameOf(one) : t("sheet.roundAsWhole");
  };
  return (
    <article className="rounds sheet-page">
      <p className="overline">
        <Link to={paths.rounds(language)}>{t("list.title")}</Link>
      </p>
      <h1>{round.title[language]}</h1>
      <RoundFacts round={round} state="open" timeZone={timeZone} />
      <details className="sheet-promise" open={answered === 0 || undefined}>
        <summary>{t("facts.readers")}</summary>
        <p className="words">{round.readersStatement[language]}</p>
        <p>{t("notForSupervision")}</p>
        <p>{t(`sheet.mode.${round.mode}`)}</p>
      </details>
      <p className="quiet">{t("sheet.never")}</p>
      {signed && (
        <Notice heading={t("sheet.signed", { version: signed.version })}>
          <p>
            {t("sheet.signedBy", {
              name: signed.signedBy ?? t("sheet.someone"),
              at: formatInstant(language, signed.signedAt, timeZone),
            })}
          </p>
        </Notice>
      )}
      {saved && !answer && !isClient && (
        <Notice live>
          <p>{t("sheet.saved")}</p>
        </Notice>
      )}
      {!isClient && overtaken > 0 && (
        <Notice tone="caution" live heading={t("sheet.overtaken", { count: overtaken })}>
          <p>{t("sheet.overtakenHow")}</p>
        </Notice>
      )}
      <RefusalNotice refusal={answer?.refusal} />
      {isClient && offered.length > 0 && (
        <Notice>
          <p>{t("sheet.offered", { count: offered.length })}</p>
          <p>
            <Button
              size="small"
              onClick={() => {
                for (const { n } of offered) keeper.set(placeOf(n, "adopted"), proposals[n] ?? null);
              }}
            >
              {t("sheet.takeOffered", { count: offered.length })}
            </Button>
          </p>
        </Notice>
      )}
      <form
        ref={form}
        method="post"
        action={paths.roundAct(language, round.id, "answers")}
        className="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          goBy(1);
        }}
        onKeyDown={(event) =>
          onSheetKey(event, {
            go: goBy,
            same: (place) => {
              const [, question = ""] = place.split(".");
              const above = rows.filter(isInForce);
              const before = above[above.findIndex(({ n }) => n === row) - 1];
              const said = before && shown.answers[placeOf(before.n, question)];
              if (said !== undefined) keeper.set(place, said);
            },
          })
        }
      >
        <input type="hidden" name="flag" value={row} />
        <div className="sheet-open">
          <p className="sheet-where">
            <a href="#sheet-index">{t("sheet.toIndex", { n: at + 1, of: order.length })}</a>
          </p>
          <SheetFlag
            keeper={keeper}
            shown={shown}
            rows={rows}
            row={row}
            progress={progress[at]}
            own={name}
            proposals={proposals}
            found={answer?.found ?? {}}
            heading={heading}
          />
          <p className="toolbar sheet-steps">
            {!isClient && (
              <Button type="submit" name="to" value={row}>
                {t("sheet.saveStay")}
              </Button>
            )}
            {isClient && at > 0 && (
              <Button onClick={() => goBy(-1)}>
                {t("sheet.before", { name: label(order[at - 1] ?? 0) })}
              </Button>
            )}
            {at < order.length - 1 && (
              <Button type="submit" name="to" value={order[at + 1]}>
                {t(isClient ? "sheet.next" : "sheet.saveNext", { name: label(order[at + 1] ?? 0) })}
              </Button>
            )}
          </p>
          {isClient && <p className="sheet-keys">{t("sheet.keys")}</p>}
        </div>
        <nav className="sheet-index side-index" id="sheet-index" aria-label={t("sheet.index")}>
          {others.length > 0 && (
            <p className="sheet-others">
              {t("sheet.othersHere", {
                names: others.map((one) => `${one.name} (${label(one.row)})`).join(", "),
              })}
            </p>
          )}
          <ol>
            {progress.map((one) => {
              const of = rows.find(({ n }) => n === one.row);
              return (
                <IndexLine
                  key={one.row}
                  roundId={round.id}
                  row={one.row}
                  name={label(one.row)}
                  text={of ? of.text[language] || of.text.es || of.text.en : ""}
                  asked={one.asked}
                  answered={one.answered}
                  current={one.row === row}
                  here={others
                    .filter((each) => each.row === one.row)
                    .map((each) => each.name)
                    .join(", ")}
                  held={
                    Object.entries(shown.mine).filter(
                      ([place, { theirs, reason }]) => place.startsWith(`${one.row}.`) && (theirs || reason),
                    ).length
                  }
                  onGo={onGo}
                />
              );
            })}
          </ol>
        </nav>
        <div className="sheet-foot">
          <SheetSaveMark shown={shown} onAgain={keeper.flush} />
          <p className="sheet-progress">
            <progress max={asked || 1} value={answered} aria-label={t("sheet.progress")} />{" "}
            {t("sheet.answeredOf", { answered, asked })}
          </p>
          <p className="toolbar">
            {isClient && next && (
              <Button onClick={() => go(next.row, next.question)}>{t("sheet.nextMissing")}</Button>
            )}
            <LinkButton
              weight={answered === asked ? "first" : "second"}
              to={review}
              onClick={(event) => {
                if (unsent === 0 || shown.state === "saved") return;
                event.preventDefault();
                keeper.flush();
                setLeaving(true);
              }}
            >
              {t(maySign ? "sheet.review" : "sheet.reviewOnly")}
            </LinkButton>
          </p>
        </div>
      </form>
    </article>
  );
}
