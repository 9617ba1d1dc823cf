import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";

type Row = { id: string; to: string; subject: string; language: "es" | "en"; sentAt: string };

/** The mail of the demo, newest first. */
export function MailboxPage({ mails }: { mails: Row[] }) {
  const { t } = useTranslation("mailbox");
  const language = useLanguage();
  return (
    <article className="people-page">
      <header>
        <h1>{t("title")}</h1>
        <p>{t("lead")}</p>
      </header>
      {mails.length === 0 ? (
        <EmptyState heading={t("empty")}>
          <p>{t("emptyNext")}</p>
        </EmptyState>
      ) : (
        <>
          <Form method="post" action={`${paths.demoMailbox()}?index`} className="toolbar">
            <Button type="submit" weight="danger">
              {t("clear")}
            </Button>
            <a href={paths.demoMailboxJson()}>{t("json")}</a>
          </Form>
          <Table
            caption={t("title")}
            quietCaption
            rows={mails}
            rowKey={({ id }) => id}
            columns={[
              {
                id: "subject",
                head: t("subject"),
                rowHead: true,
                cell: ({ id, subject, language: own }) => (
                  <Link to={paths.demoMail(id)} lang={own}>
                    {subject}
                  </Link>
                ),
              },
              { id: "to", head: t("to"), cell: ({ to }) => <span className="second-line">{to}</span> },
              {
                id: "sent",
                head: t("sent"),
                cell: ({ sentAt }) => formatInstantShort(language, sentAt, "America/Mexico_City"),
              },
            ]}
          />
        </>
      )}
    </article>
  );
}
