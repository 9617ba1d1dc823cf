import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FoundCommitment } from "~/domain/commitments/commitments.server";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = { owed: (Pick<FoundCommitment, "id" | "what" | "due"> & { isOverdue: boolean })[] };

/** What the reader's organization took upon itself in sessions and has not settled, the nearest day first. */
export function CommitmentsToday({ owed }: Props) {
  const { t } = useTranslation("today");
  const language = useLanguage();
  if (owed.length === 0) return null;
  return (
    <section className="waiting" aria-labelledby="commitments-today">
      <h2 id="commitments-today">{t("owed.title")}</h2>
      <ul className="today-list">
        {owed.map(({ id, what, due, isOverdue }) => (
          <li key={id}>
            <Link to={paths.commitments(language)}>{what[language] || what.es || what.en}</Link>
            <span className="aside">
              {t(isOverdue ? "owed.overdue" : "owed.due", { day: formatDay(language, due) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
