import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BoardLine } from "~/domain/adoption/boards.server";
import type { Text } from "~/domain/advisories/advisory.form";
import { saidIn } from "~/domain/advisories/reading";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { LinkButton } from "~/ui/action/link-button";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";
import { SaidText } from "~/ui/text/said";
import { NewWords, ProgressWords } from "./progress-words";

type Props = {
  organisation: string;
  timeZone: string;
  mayWork: boolean;
  boards: BoardLine[];
  unreceived: { items: { number: string; title: Text; publishedAt: Date }[]; total: number };
};

/** Every board of the institution, and what it has not begun. */
export function BoardsPage({ organisation, timeZone, mayWork, boards, unreceived }: Props) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  return (
    <article className="desk adoption">
      <header>
        <h1>{t("list.heading", { organisation })}</h1>
        <p className="lead">{t("list.lead")}</p>
        <p className="desk-acts">
          <LinkButton to={paths.myRedFlags(language)}>{t("mine.title")}</LinkButton>
        </p>
      </header>
      <section aria-labelledby="boards">
        <h2 id="boards">{t("list.boards")}</h2>
        {boards.length === 0 ? (
          <EmptyState heading={t("list.none")}>
            <p>{t(mayWork ? "list.noneNext" : "list.noneReader")}</p>
          </EmptyState>
        ) : (
          <Table
            caption={t("list.count", { count: boards.length })}
            rows={boards}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "advisory",
                head: t("list.advisory"),
                rowHead: true,
                cell: ({ number, title, advisory }) => (
                  <>
                    <Link to={paths.board(language, number)}>{number}</Link>
                    <span className="second-line">
                      {title ? <SaidText said={saidIn(language, title)} /> : t("closedToYou")}
                      {advisory && advisory.status !== "published" && ` · ${t(`status.${advisory.status}`)}`}
                    </span>
                  </>
                ),
              },
              {
                id: "progress",
                head: t("list.progress"),
                cell: ({ advisory, progress }) =>
                  advisory && (
                    <>
                      <Meter decided={progress.decided} total={progress.total} />
                      <ProgressWords progress={progress} />
                    </>
                  ),
              },
              {
                id: "news",
                head: t("list.news"),
                cell: ({ advisory, acknowledged, progress }) =>
                  advisory && (
                    <>
                      {acknowledged && acknowledged.version < (advisory.currentVersion ?? 0) && (
                        <>
                          <span className="news">
                            {t("list.newVersion", { n: advisory.currentVersion })}
                          </span>{" "}
                        </>
                      )}
                      <NewWords progress={progress} />
                    </>
                  ),
              },
              {
                id: "received",
                head: t("list.received"),
                cell: ({ acknowledged }) =>
                  acknowledged && (
                    <>
                      {t("version", { n: acknowledged.version })}
                      <span className="second-line">
                        {formatDate(language, acknowledged.at, timeZone)}
                        {acknowledged.by && ` · ${acknowledged.by}`}
                      </span>
                    </>
                  ),
              },
            ]}
          />
        )}
      </section>
      {unreceived.total > 0 && (
        <section aria-labelledby="unreceived">
          <h2 id="unreceived">{t("list.unreceived")}</h2>
          <p>{t("list.unreceivedLead", { count: unreceived.total })}</p>
          <ul className="today-list">
            {unreceived.items.map(({ number, title, publishedAt }) => (
              <li key={number}>
                <Link to={paths.advisory(language, number)}>
                  {number} <SaidText said={saidIn(language, title)} />
                </Link>
                <span className="aside">{formatDate(language, publishedAt, timeZone)}</span>
              </li>
            ))}
          </ul>
          {unreceived.total > unreceived.items.length && (
            <p>
              <Link to={paths.advisories(language)}>{t("list.toAdvisories")}</Link>
            </p>
          )}
        </section>
      )}
    </article>
  );
}

function Meter({ decided, total }: { decided: number; total: number }) {
  return (
    <svg
      className="adoption-meter"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="whole" x="0" y="0" width="100" height="6" />
      <rect className="part" x="0" y="0" width={total === 0 ? 0 : (100 * decided) / total} height="6" />
    </svg>
  );
}
