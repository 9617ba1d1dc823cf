import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OrganisationLine } from "~/domain/vetting/organisation-list.server";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { WaitingLines } from "~/ui/vetting/waiting-list";

export type VettingWork = {
  waiting: Pick<OrganisationLine, "id" | "shortName" | "application" | "measure">[];
  ending: Pick<OrganisationLine, "id" | "shortName" | "vettedUntil">[];
};

/** What waits for an officer who vets. */
export function VettingToday({
  work: { waiting, ending },
  timeZone,
}: {
  work: VettingWork;
  timeZone: string;
}) {
  const { t } = useTranslation("today");
  const language = useLanguage();
  return (
    <>
      {waiting.length > 0 && (
        <section className="waiting" aria-labelledby="vetting">
          <h2 id="vetting">{t("vetting")}</h2>
          <WaitingLines organisations={waiting} timeZone={timeZone} />
        </section>
      )}
      {ending.length > 0 && (
        <section className="waiting" aria-labelledby="ending">
          <h2 id="ending">{t("ending")}</h2>
          <ul className="today-list">
            {ending.map(({ id, shortName, vettedUntil }) => (
              <li key={id}>
                <Link to={paths.organisation(language, id)}>{shortName}</Link>
                <span className="aside">{t("until", { day: formatDay(language, vettedUntil ?? "") })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
