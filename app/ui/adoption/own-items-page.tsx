import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OwnItem } from "~/domain/adoption/own-work.server";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";

/** What the reader looks after on all boards of their institution. */
export function OwnItemsPage({ items, today }: { items: OwnItem[]; today: string }) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  return (
    <article className="desk adoption">
      <header>
        <h1>{t("mine.title")}</h1>
        <p className="lead">{t("mine.lead")}</p>
        <p>
          <Link to={paths.boards(language)}>{t("toBoards")}</Link>
        </p>
      </header>
      {items.length === 0 ? (
        <EmptyState heading={t("mine.none")}>
          <p>{t("mine.noneNext")}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t("mine.count", { count: items.length })}
          rows={items}
          rowKey={({ boardId, publicId }) => boardId + publicId}
          columns={[
            {
              id: "flag",
              head: t("field.redFlag"),
              rowHead: true,
              cell: ({ number, publicId }) => (
                <Link to={paths.boardItem(language, number, publicId)}>{publicId}</Link>
              ),
            },
            {
              id: "due",
              head: t("field.dueOn"),
              cell: ({ dueOn }) => <DueWords dueOn={dueOn} today={today} />,
            },
            {
              id: "note",
              head: t("field.note"),
              cell: ({ note }) => <span className="clipped">{note}</span>,
            },
            {
              id: "board",
              head: t("mine.board"),
              cell: ({ number }) => <Link to={paths.board(language, number, { owner: "me" })}>{number}</Link>,
            },
          ]}
        />
      )}
    </article>
  );
}

export function DueWords({ dueOn, today }: { dueOn: string | null; today: string }) {
  const { t } = useTranslation("adoption");
  const language = useLanguage();
  if (dueOn === null) return <span className="quiet">{t("noDue")}</span>;
  const day = <time dateTime={dueOn}>{formatDay(language, dueOn)}</time>;
  return dueOn < today ? (
    <strong className="over">
      {day} · {t("overdue")}
    </strong>
  ) : (
    day
  );
}
