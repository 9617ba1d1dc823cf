import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OrganisationLine } from "~/domain/vetting/organisation-list.server";
import { formatDate, formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/notice/empty-state";

type Line = Pick<OrganisationLine, "id" | "shortName" | "application" | "measure">;
type Props = { organisations: Line[]; timeZone: string };

/** What officers still have to say a word on. */
export function WaitingList({ organisations, timeZone }: Props) {
  const { t } = useTranslation("vetting");
  const waiting = organisations.filter(({ application, measure }) => application || measure);
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t("list.waiting")}</h2>
      {waiting.length === 0 ? (
        <EmptyState heading={t("list.nothing")}>
          <p>{t("list.nothingNext")}</p>
        </EmptyState>
      ) : (
        <WaitingLines organisations={waiting} timeZone={timeZone} />
      )}
    </section>
  );
}

/** Emergencies first, by the hour at which they lapse. */
export function WaitingLines({ organisations, timeZone }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  return (
    <ul className="today-list">
      {[...organisations]
        .sort((a, b) => urgency(a).localeCompare(urgency(b)))
        .map(({ id, shortName, application, measure }) => (
          <li key={id}>
            <Link to={paths.organisation(language, id)}>{shortName}</Link>
            {measure && (
              <span className="aside" data-tone={measure.emergencyUntil ? "over" : undefined}>
                {measure.emergencyUntil
                  ? t("list.emergency", {
                      kind: t(`emergencyKind.${measure.kind}`),
                      at: formatInstant(language, measure.emergencyUntil, timeZone),
                    })
                  : t("list.proposed", {
                      kind: t(`measure.${measure.kind}`),
                      day: formatDate(language, measure.proposedAt, timeZone),
                    })}
              </span>
            )}
            {application && (
              <span className="aside">
                {t("list.asked", { day: formatDate(language, application.submittedAt, timeZone) })} ·{" "}
                {t("list.approvals", { count: application.approvals })}
                {application.own && ` · ${t("list.ownGiven")}`}
              </span>
            )}
          </li>
        ))}
    </ul>
  );
}

const urgency = ({ measure, application }: Line) =>
  measure?.emergencyUntil
    ? `0${new Date(measure.emergencyUntil).toISOString()}`
    : `1${new Date(measure?.proposedAt ?? application?.submittedAt ?? 0).toISOString()}`;
