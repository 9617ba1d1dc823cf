import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MachineHealth } from "~/domain/machine/machine-health.server";
import type { Concern } from "~/domain/machine/to-mind";
import type { ScreenedCount } from "~/domain/screening/screened-counts.server";
import { formatBytes, formatInstant, formatInstantShort, formatList, formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { StateMark } from "~/ui/mark/state-mark";
import { Facts } from "~/ui/table/facts";
import { Table } from "~/ui/table/table";
import { Concerns } from "./concerns";
import { ScreenedTable } from "./screened-table";
import { useJobName } from "./use-job-name";

type Props = {
  health: MachineHealth;
  screened: ScreenedCount[];
  concerns: Concern[];
  at: Date;
  timeZone: string;
};

/** The operator's page: what needs attention first, then everything by its part. */
export function OperationsPage({ health, screened, concerns, at, timeZone }: Props) {
  const { t } = useTranslation("operations");
  const language = useLanguage();
  const jobName = useJobName();
  const instant = (value: string | Date | null) => value && formatInstant(language, value, timeZone);
  const shortly = (value: string | Date | null) => value && formatInstantShort(language, value, timeZone);
  const { processes, jobs, outbox, database } = health;
  return (
    <article className="people-page">
      <header>
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
        <Concerns concerns={concerns} timeZone={timeZone} />
        <p className="quiet">
          {t("at", { at: instant(at) })} · <Link to={paths.operations(language)}>{t("again")}</Link>
        </p>
      </header>
      <section aria-labelledby="outbox">
        <h2 id="outbox">{t("outbox")}</h2>
        <Facts
          across
          lined
          facts={[
            { name: t("queued"), value: formatNumber(language, outbox.queued) },
            { name: t("retried"), value: formatNumber(language, outbox.retried) },
            { name: t("sent"), value: formatNumber(language, outbox.sent) },
            { name: t("dropped"), value: formatNumber(language, outbox.dropped) },
            { name: t("outboxFailed"), value: formatNumber(language, outbox.failed) },
            outbox.oldest !== null && { name: t("oldest"), value: instant(outbox.oldest) },
            outbox.problems.length > 0 && {
              name: t("problems"),
              value: formatList(language, outbox.problems),
            },
          ]}
        />
        <p>
          <Link to={paths.mailOperations(language)}>{t("mailPage")}</Link>
        </p>
      </section>
      <section aria-labelledby="jobs">
        <h2 id="jobs">{t("jobs")}</h2>
        <Table
          rows={jobs}
          rowKey={({ job }) => job}
          columns={[
            { id: "job", head: t("job"), rowHead: true, cell: ({ job }) => jobName(job) },
            {
              id: "state",
              head: t("state"),
              cell: ({ failuresInARow, problem }) =>
                failuresInARow === 0 ? (
                  <StateMark shape="tick" tone="good">
                    {t("fine")}
                  </StateMark>
                ) : (
                  <StateMark shape="cross" tone="stopped">
                    {t("failing", { problem })}
                  </StateMark>
                ),
            },
            { id: "done", head: t("done"), cell: ({ doneAt }) => shortly(doneAt) },
            { id: "failed", head: t("failed"), cell: ({ failedAt }) => shortly(failedAt) ?? t("none") },
          ]}
        />
      </section>
      <section aria-labelledby="processes">
        <h2 id="processes">{t("processes")}</h2>
        <Table
          rows={processes}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "process",
              head: t("process"),
              rowHead: true,
              cell: ({ id, kind }) => (
                <>
                  {t(`kind.${kind}`)} <code>{id.slice(0, 8)}</code>
                </>
              ),
            },
            { id: "node", head: t("node"), cell: ({ node }) => node },
            { id: "started", head: t("started"), cell: ({ startedAt }) => shortly(startedAt) },
            { id: "seen", head: t("seen"), cell: ({ seenAt }) => shortly(seenAt) },
            {
              id: "memory",
              head: t("memory"),
              number: true,
              cell: ({ memoryMb }) => `${formatNumber(language, memoryMb)} MB`,
            },
          ]}
        />
      </section>
      <section aria-labelledby="screened">
        <h2 id="screened">{t("screened")}</h2>
        <ScreenedTable counts={screened} />
      </section>
      <section aria-labelledby="database">
        <h2 id="database">{t("database")}</h2>
        <Facts
          across
          lined
          facts={[
            { name: t("version"), value: database.version },
            { name: t("size"), value: formatBytes(language, database.bytes) },
            {
              name: t("connections"),
              value: t("connectionsOf", { used: database.connections, most: database.mostConnections }),
            },
          ]}
        />
      </section>
    </article>
  );
}
