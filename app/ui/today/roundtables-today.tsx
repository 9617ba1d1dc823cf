import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RoundtableItem } from "~/domain/roundtables/roundtables.server";
import { formatInstantShort } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = {
  sessions: Pick<RoundtableItem, "id" | "title" | "state" | "startsAt" | "own">[];
  timeZone: string;
};

/** The sessions that the reader is in and that are still to come; also those that were cancelled before. */
export function RoundtablesToday({ sessions, timeZone }: Props) {
  const { t } = useTranslation("roundtables");
  const language = useLanguage();
  if (sessions.length === 0) return null;
  return (
    <section className="waiting" aria-labelledby="roundtables-today">
      <h2 id="roundtables-today">{t("title")}</h2>
      <ul className="today-list">
        {sessions.map(({ id, title, state, startsAt, own }) => (
          <li key={id}>
            <Link to={paths.roundtable(language, id)}>
              {title[language] || title.es || title.en || t("untitled")}
            </Link>
            <span className="aside">
              {t(`state.${state}`)} · {formatInstantShort(language, startsAt, timeZone)}
              {own &&
                state === "convened" &&
                ` · ${t(own.answer ? `answer.${own.answer}` : "answer.waiting")}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
