import { useTranslation } from "react-i18next";
import { clearanceKinds } from "~/domain/roundtables/roundtable";
import type { FoundRoundtable } from "~/domain/roundtables/roundtables.server";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { StateMark } from "~/ui/mark/state-mark";
import { Table } from "~/ui/table/table";

/** Which authority has given which word on the agenda as it stands. */
export function ClearanceTable({ session, timeZone }: { session: FoundRoundtable; timeZone: string }) {
  const { t } = useTranslation("roundtables");
  const language = useLanguage();
  const given = (authorityId: string, kind: (typeof clearanceKinds)[number]) =>
    session.clearances.find((one) => one.authorityId === authorityId && one.kind === kind);
  return (
    <Table
      caption={t("clearance.heading")}
      quietCaption
      rows={session.authorities}
      rowKey={({ id }) => id}
      columns={[
        { id: "authority", head: t("authority"), rowHead: true, cell: ({ shortName }) => shortName },
        ...clearanceKinds.map((kind) => ({
          id: kind,
          head: t(`clearance.${kind}`),
          cell: ({ id }: { id: string }) => {
            const one = given(id, kind);
            if (!one)
              return (
                <StateMark shape="ring" tone="waiting">
                  {t("clearance.missing")}
                </StateMark>
              );
            return (
              <>
                <StateMark shape="tick" tone="good">
                  {t("clearance.givenBy", {
                    name: one.name ?? "",
                    on: formatDate(language, one.clearedAt, timeZone),
                  })}
                </StateMark>
                {one.note && <p className="words">{one.note}</p>}
              </>
            );
          },
        })),
      ]}
    />
  );
}
