import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DeadLetter } from "~/domain/digests/dead-letter";
import { digestsIn, toLookInto } from "~/domain/digests/digest-run";
import { formatDay, formatInstant, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";
import { CurrentRun } from "./current-run";
import { DeadLetters } from "./dead-letters";
import { RunMark, type ShownRun } from "./run-mark";

type Props = { runs: ShownRun[]; letters: DeadLetter[]; at: Date; timeZone: string };

const isPast = ({ state }: ShownRun) => state === "over" || state === "cancelled";

/** The operator's page of mail: what is under way and can be steered, what did not go out, what was. */
export function MailOperationsPage({ runs, letters, at, timeZone }: Props) {
  const { t } = useTranslation("operations");
  const language = useLanguage();
  const current = runs.filter((run) => !isPast(run));
  const past = runs.filter(isPast);
  const count = (value: number | undefined) => formatNumber(language, value ?? 0);
  return (
    <article className="people-page">
      <header>
        <p className="overline">
          <Link to={paths.operations(language)}>{t("title")}</Link>
        </p>
        <h1>{t("mail.title")}</h1>
        <p>{t("mail.lead")}</p>
        <p className="quiet">
          {t("at", { at: formatInstant(language, at, timeZone) })}
          {"\u00a0· "}
          <Link to={paths.mailOperations(language)}>{t("again")}</Link>
        </p>
      </header>
      <section aria-labelledby="dead-letters">
        <h2 id="dead-letters">{t("mail.dead")}</h2>
        {letters.length === 0 ? (
          <p className="quiet">{t("mail.deadNone")}</p>
        ) : (
          <DeadLetters letters={letters} />
        )}
      </section>
      <section aria-labelledby="current-runs">
        <h2 id="current-runs">{t("mail.current")}</h2>
        {current.length === 0 ? (
          <EmptyState heading={t("mail.currentNone")}>
            <p>{t("mail.currentNoneNext")}</p>
          </EmptyState>
        ) : (
          current.map((run) => <CurrentRun key={run.localDate} run={run} timeZone={timeZone} />)
        )}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past-runs">
          <h2 id="past-runs">{t("mail.past")}</h2>
          <Table
            rows={past}
            rowKey={({ localDate }) => localDate}
            columns={[
              {
                id: "day",
                head: t("day"),
                rowHead: true,
                cell: ({ localDate }) => formatDay(language, localDate),
              },
              { id: "state", head: t("state"), cell: ({ state }) => <RunMark state={state} /> },
              { id: "all", head: t("mail.made"), number: true, cell: (run) => count(digestsIn(run)) },
              {
                id: "sent",
                head: t("mail.sent"),
                number: true,
                cell: ({ counts }) => count(counts.accepted),
              },
              {
                id: "nothing",
                head: t("mail.nothing"),
                number: true,
                cell: ({ counts }) => count(counts["nothing-new"]),
              },
              {
                id: "dropped",
                head: t("mail.dropped"),
                number: true,
                cell: ({ counts }) => count((counts.dropped ?? 0) + (counts.cancelled ?? 0)),
              },
              { id: "look", head: t("mail.look"), number: true, cell: (run) => count(toLookInto(run)) },
            ]}
          />
        </section>
      )}
    </article>
  );
}
