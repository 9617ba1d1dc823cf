import { useTranslation } from "react-i18next";
import { formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Table } from "~/ui/table/table";
import { OwnTabs } from "./own-tabs";

type Session = {
  id: string;
  device: string;
  createdAt: string;
  lastSeenAt: string;
  endsAt: string;
};
type Props = {
  sessions: Session[];
  current: string;
  timeZone: string;
  idleMinutes: number;
  hours: number;
};

export function SessionsPage({ sessions, current, timeZone, idleMinutes, hours }: Props) {
  const { t } = useTranslation("auth");
  const language = useLanguage();
  const when = (at: string) => formatInstantShort(language, at, timeZone);
  return (
    <article className="own-page">
      <h1>{t("sessions.title")}</h1>
      <OwnTabs current="sessions" />
      <p>{t("sessions.lead")}</p>
      <Table
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "device",
            head: t("sessions.device"),
            rowHead: true,
            cell: ({ id, device }) => (
              <>
                {device || t("sessions.unknown")}
                {id === current && <span className="session-current"> {t("sessions.current")}</span>}
              </>
            ),
          },
          { id: "since", head: t("sessions.since"), cell: ({ createdAt }) => when(createdAt) },
          { id: "seen", head: t("sessions.seen"), cell: ({ lastSeenAt }) => when(lastSeenAt) },
          { id: "ends", head: t("sessions.ends"), cell: ({ endsAt }) => when(endsAt) },
          {
            id: "end",
            head: t("own.acts"),
            cell: ({ id, device }) => (
              <ActForm
                action={paths.sessionEnd(language, id)}
                done={t("sessions.ended", { device: device || t("sessions.unknown") })}
              >
                {(busy) => (
                  <Button
                    type="submit"
                    size="small"
                    busy={busy}
                    aria-label={t("sessions.endNamed", { device: device || t("sessions.unknown") })}
                  >
                    {t("sessions.end")}
                  </Button>
                )}
              </ActForm>
            ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <ActForm action={paths.sessionsEnd(language)} done={t("sessions.endedOthers")}>
          {(busy) => (
            <Button type="submit" weight="danger" busy={busy}>
              {t("sessions.endOthers")}
            </Button>
          )}
        </ActForm>
      ) : (
        <p>{t("sessions.alone")}</p>
      )}
      <p className="hint">{t("sessions.limits", { idle: idleMinutes, hours })}</p>
    </article>
  );
}
