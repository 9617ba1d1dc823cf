import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Progress } from "~/domain/adoption/adoption";
import type { Board } from "~/domain/adoption/boards.server";
import type { BoardFilters as Filters } from "~/domain/adoption/narrow-board";
import { saidIn } from "~/domain/advisories/reading";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Caveat } from "~/ui/advisory/caveat";
import { EmptyState } from "~/ui/notice/empty-state";
import { Notice } from "~/ui/notice/notice";
import { SaidText } from "~/ui/text/said";
import { BoardFilters } from "./board-filters";
import { BoardItem, type BoardItemFacts } from "./board-item";
import { BulkBar } from "./bulk-bar";
import { NewWords, ProgressWords } from "./progress-words";
import { StateBars } from "./state-bars";

type Props = {
  board: Omit<Board, "rows">;
  progress: Progress;
  found: BoardItemFacts[];
  closed: BoardItemFacts[];
  filters: Filters;
  /** `batchId`: what can be undone; null: what has been. */
  changed: { batchId: string | null; changed: number; kept: number } | undefined;
  today: string;
  timeZone: string;
  mayWork: boolean;
};

const bulkForm = "bulk";

/** The institution's work on one advisory. */
export function BoardPage(props: Props) {
  const { board, progress, found, closed, filters, changed, today, timeZone, mayWork } = props;
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const { number, advisory, owners } = board;
  const version = advisory?.currentVersion ?? 0;
  const back = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== "")).toString();
  const shared = { number, version, owners, today, timeZone, back };
  return (
    <article className="desk adoption">
      <BoardHead {...props} />
      {changed && <ChangedNotice number={number} changed={changed} back={back} mayWork={mayWork} />}
      {advisory && progress.total > 0 && (
        <section aria-labelledby="progress">
          <h2 id="progress">{t("picture.title")}</h2>
          <p>
            <ProgressWords progress={progress} /> <NewWords progress={progress} />
          </p>
          <StateBars progress={progress} />
        </section>
      )}
      {advisory && (
        <section aria-labelledby="red-flags">
          <h2 id="red-flags">{t("flags.title")}</h2>
          {progress.total === 0 ? (
            <p>{t("flags.none")}</p>
          ) : (
            <>
              <Caveat />
              <BoardFilters number={number} filters={filters} owners={owners} />
              <p className="quiet" role="status">
                {t("flags.found", { found: found.length, count: progress.total })}
              </p>
              {found.length === 0 ? (
                <EmptyState heading={t("flags.noneFound")}>
                  <p>
                    <Link to={paths.board(language, number)}>{t("filter.clear")}</Link>
                  </p>
                </EmptyState>
              ) : (
                <ol className="board-list">
                  {found.map((item) => (
                    <BoardItem
                      key={item.indicatorId}
                      item={item}
                      bulkForm={mayWork ? bulkForm : null}
                      {...shared}
                    />
                  ))}
                </ol>
              )}
            </>
          )}
          {mayWork && found.length > 0 && (
            <BulkBar
              id={bulkForm}
              number={number}
              version={version}
              owners={owners}
              back={back}
              listed={found.map(({ publicId }) => publicId)}
              marked={found.some(({ mark }) => mark !== null)}
            />
          )}
        </section>
      )}
      {closed.length > 0 && (
        <section aria-labelledby="closed">
          <h2 id="closed">{t("closed.title")}</h2>
          <p>{t(advisory ? "closed.lead" : "closed.unread")}</p>
          <ol className="board-list">
            {closed.map((item) => (
              <BoardItem key={item.indicatorId} item={item} bulkForm={null} {...shared} />
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}

function BoardHead({ board, timeZone, mayWork }: Props) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  const { number, advisory, title, acknowledgements } = board;
  const version = advisory?.currentVersion ?? 0;
  const [last] = acknowledgements;
  return (
    <header>
      <p className="overline">
        <Link to={paths.boards(language)}>{t("overline")}</Link>
        {advisory ? <Link to={paths.advisory(language, number)}>{number}</Link> : <span>{number}</span>}
      </p>
      <h1>{title ? <SaidText said={saidIn(language, title)} /> : number}</h1>
      {last && (
        <p className="quiet">
          {t("receivedBy", {
            n: last.version,
            name: last.by ?? t("nobody"),
            day: formatDate(language, last.at, timeZone),
          })}
        </p>
      )}
      <p className="quiet">
        {t("private")}{" "}
        <a href={paths.boardCsv(language, number)} download>
          {t("csv")}
        </a>
      </p>
      {!advisory && (
        <Notice tone="caution">
          <p>{t("closedToYou")}</p>
        </Notice>
      )}
      {advisory && advisory.status !== "published" && (
        <Notice tone="caution" heading={t(`status.${advisory.status}`)}>
          {advisory.replacedBy && (
            <p>
              {t("readInstead")}{" "}
              <Link to={paths.advisory(language, advisory.replacedBy)}>{advisory.replacedBy}</Link>
            </p>
          )}
        </Notice>
      )}
      {last && last.version < version && (
        <Notice tone="caution" heading={t("newVersion", { n: version })}>
          <p>
            {t("newVersionLead")}{" "}
            <Link to={paths.changes(language, number, last.version, version)}>
              {t("whatChanged", { from: last.version, to: version })}
            </Link>
          </p>
          {mayWork && (
            <ActForm action={paths.boardAcknowledgement(language, number)}>
              {(busy) => (
                <Button type="submit" weight="first" busy={busy}>
                  {t("acknowledgeVersion", { n: version })}
                </Button>
              )}
            </ActForm>
          )}
        </Notice>
      )}
    </header>
  );
}

type ChangedProps = {
  number: string;
  changed: NonNullable<Props["changed"]>;
  back: string;
  mayWork: boolean;
};

function ChangedNotice({ number, changed: { batchId, changed, kept }, back, mayWork }: ChangedProps) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  return (
    <Notice live id="board-changed">
      <p>
        {t(batchId ? "bulk.done" : "bulk.undone", { count: changed })}
        {kept > 0 && ` ${t("bulk.kept", { count: kept })}`}
      </p>
      {batchId && changed > 0 && mayWork && (
        <Form method="post" action={paths.boardUndoing(language, number, batchId)}>
          <input type="hidden" name="back" value={back} />
          <Button type="submit" size="small">
            {t("bulk.undo")}
          </Button>
        </Form>
      )}
    </Notice>
  );
}
