import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DeskEntry } from "~/domain/drafts/desk-list.server";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { useRefusal } from "~/ui/act/refusal";
import { StateMark } from "~/ui/mark/state-mark";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";

type Props = { drafts: DeskEntry[]; timeZone: string; mayDraft: boolean };

export function DraftTable({ drafts, timeZone, mayDraft }: Props) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const sentence = useRefusal();
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{t("list.drafts")}</h2>
      {drafts.length === 0 ? (
        <EmptyState heading={t("list.noDrafts")}>
          <p>{t(mayDraft ? "list.noDraftsNext" : "list.noDraftsReader")}</p>
        </EmptyState>
      ) : (
        <Table
          rows={drafts}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "draft",
              head: t("list.draft"),
              rowHead: true,
              cell: ({ id, number, title, baseVersion }) => (
                <>
                  <Link to={paths.draft(language, id)}>
                    {title[language] || title.es || title.en || t("draft.untitled")}
                  </Link>
                  <br />
                  <span className="number">{number}</span>
                  {baseVersion !== null && `, ${t("list.amends", { n: baseVersion })}`}
                </>
              ),
            },
            { id: "type", head: t("list.type"), cell: ({ type }) => term(`type.${type}`) },
            {
              id: "missing",
              head: t("list.missing"),
              cell: ({ blockers }) =>
                blockers.length === 0 ? (
                  <StateMark shape="tick" tone="good">
                    {t("list.ready")}
                  </StateMark>
                ) : (
                  <ul className="plain-list">
                    {blockers.map(({ reason, count, paths: places }) => (
                      <li key={reason}>{sentence(reason, { count: count ?? places?.length ?? 0 })}</li>
                    ))}
                  </ul>
                ),
            },
            {
              id: "embargo",
              head: t("list.embargo"),
              cell: ({ scheduledFor, embargoRefusal }) =>
                scheduledFor && (
                  <StateMark
                    shape={embargoRefusal ? "cross" : "ring"}
                    tone={embargoRefusal ? "stopped" : "waiting"}
                  >
                    {formatInstant(language, scheduledFor, timeZone)}
                  </StateMark>
                ),
            },
            { id: "by", head: t("list.openedBy"), cell: ({ openedBy }) => openedBy },
          ]}
        />
      )}
    </section>
  );
}
