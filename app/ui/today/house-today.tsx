import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OwnStep } from "~/domain/vetting/own-step";
import { formatDate, formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

export type HouseWork = {
  /** Invitations that lapse within two days, or have. */
  invitations: { id: string; email: string; expiresAt: Date; expired: boolean }[];
  /** How the organisation's own vetting stands where there is something to do or to await; null otherwise. */
  vetting: OwnStep | null;
};

/** What waits for whoever administers an organisation. */
export function HouseToday({
  work: { invitations, vetting },
  timeZone,
}: {
  work: HouseWork;
  timeZone: string;
}) {
  const { t } = useTranslation("today");
  const language = useLanguage();
  const day = (at: Date) => formatDate(language, at, timeZone);
  return (
    <>
      {vetting && (
        <section className="waiting" aria-labelledby="own-vetting">
          <h2 id="own-vetting">{t("own.title")}</h2>
          <ul className="today-list">
            <li>
              <Link to={paths.application(language)}>{t(`own.${vetting.step}`)}</Link>
              <span className="aside">
                {vetting.askedAt && `${t("own.askedOn", { day: day(vetting.askedAt) })} `}
                {vetting.until && t("until", { day: formatDay(language, vetting.until) })}
              </span>
            </li>
          </ul>
        </section>
      )}
      {invitations.length > 0 && (
        <section className="waiting" aria-labelledby="lapsing">
          <h2 id="lapsing">{t("invitations")}</h2>
          <ul className="today-list">
            {invitations.map(({ id, email, expiresAt, expired }) => (
              <li key={id}>
                <Link to={paths.people(language)}>{email}</Link>
                <span className="aside">{t(expired ? "lapsed" : "lapses", { day: day(expiresAt) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
