import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Table } from "~/ui/table/table";

export type Purged = { id: string; startsAt: Date; purgedAt: Date | null };

/** To those who convened them: the sessions whose records are destroyed. */
export function PurgedList({ purged, timeZone }: { purged: Purged[]; timeZone: string }) {
  const { t } = useTranslation("vaults");
  const language = useLanguage();
  const day = (at: Date) => formatDate(language, at, timeZone);
  return (
    <section aria-labelledby="purged">
      <h2 id="purged">{t("purged.heading")}</h2>
      <p>{t("purged.lead")}</p>
      <Table
        caption={t("purged.heading")}
        quietCaption
        rows={purged}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "session",
            head: t("title"),
            rowHead: true,
            cell: ({ id, startsAt }) => (
              <Link to={paths.roundtableRecord(language, id)}>
                {t("purged.session", { day: day(startsAt) })}
              </Link>
            ),
          },
          { id: "on", head: t("purged.on"), cell: ({ purgedAt }) => (purgedAt ? day(purgedAt) : "") },
        ]}
      />
    </section>
  );
}
