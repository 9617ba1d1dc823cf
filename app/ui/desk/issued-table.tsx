import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AdvisoryStatus } from "~/domain/advisories/advisory";
import type { AdvisoryType, Text } from "~/domain/advisories/advisory.form";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { StatusMark } from "~/ui/mark/status-mark";
import { EmptyState } from "~/ui/notice/empty-state";
import { Table } from "~/ui/table/table";

type Issued = {
  number: string;
  type: AdvisoryType;
  status: AdvisoryStatus;
  version: number;
  title: Text;
  draftId: string | null;
};
type Props = { issued: Issued[]; q: string; full: boolean; mayAmend: boolean; mayWithdraw: boolean };

/** What the authority has issued, with what can be done to it. */
export function IssuedTable({ issued, q, full, mayAmend, mayWithdraw }: Props) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  return (
    <section aria-labelledby="issued">
      <h2 id="issued">{t("list.issued")}</h2>
      <Form method="get" action={paths.desk(language)} className="add-row" role="search">
        <TextField id="q" name="q" type="search" label={t("list.find")} defaultValue={q} />
        <Button type="submit">{t("list.findGo")}</Button>
      </Form>
      {issued.length === 0 ? (
        <EmptyState heading={t(q === "" ? "list.noIssued" : "list.none")}>{null}</EmptyState>
      ) : (
        <Table
          rows={issued}
          rowKey={({ number }) => number}
          columns={[
            {
              id: "title",
              head: t("list.document"),
              rowHead: true,
              cell: ({ number, title }) => (
                <>
                  <Link to={paths.advisory(language, number)}>
                    {title[language] || title.es || title.en || number}
                  </Link>
                  <br />
                  <span className="number">{number}</span>
                </>
              ),
            },
            { id: "type", head: t("list.type"), cell: ({ type }) => term(`type.${type}`) },
            { id: "status", head: t("list.status"), cell: ({ status }) => <StatusMark status={status} /> },
            {
              id: "acts",
              head: t("list.acts"),
              cell: ({ number, status, version, draftId }) =>
                status === "published" && (
                  <span className="desk-acts">
                    {mayAmend && (
                      <Link
                        to={
                          draftId
                            ? paths.draft(language, draftId)
                            : paths.deskAdvisory(language, number, "amendment")
                        }
                        aria-label={
                          draftId
                            ? `${t("list.inDraft", { n: version + 1 })}: ${number}`
                            : t("list.amendOf", { number })
                        }
                      >
                        {draftId ? t("list.inDraft", { n: version + 1 }) : t("list.amend")}
                      </Link>
                    )}
                    {mayWithdraw && (
                      <>
                        <Link
                          to={paths.deskAdvisory(language, number, "supersession")}
                          aria-label={t("list.supersedeOf", { number })}
                        >
                          {t("list.supersede")}
                        </Link>
                        <Link
                          to={paths.deskAdvisory(language, number, "withdrawal")}
                          aria-label={t("list.withdrawOf", { number })}
                        >
                          {t("list.withdraw")}
                        </Link>
                      </>
                    )}
                  </span>
                ),
            },
          ]}
        />
      )}
      {full && <p className="part-empty">{t("list.more", { count: issued.length })}</p>}
    </section>
  );
}
