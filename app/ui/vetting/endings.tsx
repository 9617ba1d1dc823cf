import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OrganisationLine } from "~/domain/vetting/organisation-list.server";
import { daysBetween } from "~/domain/vetting/vetting";
import { formatDay, formatDayOfYear, formatMonth } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = {
  organisations: Pick<OrganisationLine, "id" | "shortName" | "vetting" | "vettedUntil">[];
  today: string;
};

const soonDays = 90;
const months = 12;
/** Of one month; a day on which everyone was vetted would otherwise be a tower. */
const mostShown = 5;

/** The coming year month by month, each organisation in the month in which its vetting ends. */
export function Endings({ organisations, today }: Props) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  const dated = organisations
    .filter(({ vetting }) => vetting === "vetted" || vetting === "expired")
    .flatMap(({ vettedUntil, ...one }) => (vettedUntil ? [{ ...one, until: vettedUntil }] : []))
    .sort((a, b) => a.until.localeCompare(b.until));
  if (dated.length === 0) return null;
  const soon = dated.filter(({ until }) => until >= today && daysBetween(today, until) <= soonDays).length;
  const year = monthsFrom(today);
  const over = dated.filter(({ until, vetting }) => vetting === "expired" || until < today);
  const later = dated.filter(({ until }) => until.slice(0, 7) > (year.at(-1) ?? ""));
  const columns = [
    { key: "over", name: t("list.over"), held: over, tone: "over" },
    ...year.map((month) => ({
      key: month,
      name: formatMonth(language, month),
      held: dated.filter((one) => !over.includes(one) && one.until.startsWith(month)),
      tone: undefined,
    })),
    { key: "later", name: t("list.later"), held: later, tone: undefined },
  ].filter(({ key, held }) => /^\d/.test(key) || held.length > 0);
  return (
    <section aria-labelledby="endings">
      <h2 id="endings">{t("list.endings")}</h2>
      <p>{soon === 0 ? t("list.endingsNone") : t("list.endingsSaid", { count: soon })}</p>
      <ol className="endings">
        {columns.map(({ key, name, held, tone }) => (
          <li key={key} data-tone={tone} data-empty={held.length === 0 || undefined}>
            <span className="month">{name}</span>
            {held.length > 0 && (
              <Ends held={held.slice(0, mostShown)} whole={tone !== undefined || key === "later"} />
            )}
            {held.length > mostShown && (
              <details>
                <summary>{t("list.moreEndings", { count: held.length - mostShown })}</summary>
                <Ends held={held.slice(mostShown)} whole={tone !== undefined || key === "later"} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type EndsProps = { held: { id: string; shortName: string; until: string }[]; whole: boolean };

/** Organisations with the day on which each ends; `whole`: with its year. */
function Ends({ held, whole }: EndsProps) {
  const language = useLanguage();
  return (
    <ul className="ends">
      {held.map(({ id, shortName, until }) => (
        <li key={id}>
          <Link to={paths.organisation(language, id)}>{shortName}</Link>{" "}
          <time dateTime={until} title={formatDay(language, until)}>
            {whole ? formatDay(language, until) : formatDayOfYear(language, until)}
          </time>
        </li>
      ))}
    </ul>
  );
}

function monthsFrom(today: string) {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: months }, (_, i) =>
    new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 7),
  );
}
