import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";

type Asked = { action: string; subjectKind: string; subjectId: string; memberId: string; before: string };
type Event = {
  seq: number;
  at: string;
  memberId: string | null;
  organisationId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: Record<string, unknown>;
};
type Props = { asked: Asked; events: Event[]; next: number | null; timeZone: string };

/** The auditor's page: the log, newest first, to be narrowed by act, thing or person. */
export function AuditPage({ asked, events, next, timeZone }: Props) {
  const { t } = useTranslation("audit");
  const language = useLanguage();
  const { before: _, ...filters } = asked;
  const isNarrowed = Object.values(filters).some((value) => value !== "");
  return (
    <article className="people-page">
      <header>
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
      </header>
      <Form method="get" className="audit-filter" role="search" aria-label={t("filter")}>
        <TextField name="action" label={t("action")} hint={t("actionHint")} defaultValue={asked.action} />
        <TextField name="subjectKind" label={t("subjectKind")} defaultValue={asked.subjectKind} />
        <TextField name="subjectId" label={t("subjectId")} defaultValue={asked.subjectId} />
        <TextField name="memberId" label={t("memberId")} defaultValue={asked.memberId} />
        <p className="toolbar">
          <Button type="submit">{t("apply")}</Button>
          {isNarrowed && <Link to={paths.audit(language)}>{t("clear")}</Link>}
        </p>
      </Form>
      {events.length === 0 ? (
        <EmptyState heading={t("empty")}>{isNarrowed && <p>{t("emptyNext")}</p>}</EmptyState>
      ) : (
        <Table
          caption={t("title")}
          quietCaption
          rows={events}
          rowKey={({ seq }) => String(seq)}
          columns={[
            { id: "n", head: t("n"), rowHead: true, cell: ({ seq }) => seq },
            { id: "at", head: t("at"), cell: ({ at }) => formatInstantShort(language, at, timeZone) },
            { id: "action", head: t("action"), cell: ({ action }) => <code>{action}</code> },
            {
              id: "who",
              head: t("who"),
              cell: ({ memberId }) =>
                memberId === null ? (
                  t("nobody")
                ) : (
                  <Link to={paths.audit(language, { memberId })}>
                    <code>{memberId.slice(0, 8)}</code>
                  </Link>
                ),
            },
            {
              id: "subject",
              head: t("subject"),
              cell: ({ subjectKind, subjectId }) => (
                <Link to={paths.audit(language, { subjectKind, subjectId })}>
                  {subjectKind} <code>{subjectId.length > 20 ? subjectId.slice(0, 8) : subjectId}</code>
                </Link>
              ),
            },
            {
              id: "detail",
              head: t("detail"),
              cell: ({ detail }) => <Detail detail={detail} />,
            },
          ]}
        />
      )}
      <p className="toolbar">
        {next !== null && <Link to={paths.audit(language, { ...filters, before: next })}>{t("older")}</Link>}
        {asked.before !== "" && <Link to={paths.audit(language, filters)}>{t("newest")}</Link>}
      </p>
    </article>
  );
}

const shortest = 24;

/** Kinds, counts and hashes by their names; a long hash by its start, whole on pointing at it. */
function Detail({ detail }: { detail: Event["detail"] }) {
  return (
    <span className="detail">
      {Object.entries(detail).map(([name, value]) => {
        const said = typeof value === "string" ? value : JSON.stringify(value);
        return (
          <span key={name} title={said}>
            {name} <code>{/^[0-9a-f]{32,}$/.test(said) ? `${said.slice(0, shortest)}…` : said}</code>
          </span>
        );
      })}
    </span>
  );
}
