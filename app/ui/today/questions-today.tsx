import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

export type QuestionWork =
  | { for: "authority"; waiting: number; days: number }
  | { for: "institution"; answered: number };

/** To an authority what is asked of it and waits; to an institution what was answered of late. */
export function QuestionsToday({ work }: { work: QuestionWork }) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const isAuthority = work.for === "authority";
  return (
    <section className="waiting" aria-labelledby="questions-today">
      <h2 id="questions-today">{t("title")}</h2>
      <p>
        {work.for === "authority"
          ? t("ages.summary", { count: work.waiting, days: t("days", { count: work.days }) })
          : t("answeredLately", { count: work.answered })}
      </p>
      <p className="home-more">
        <Link to={paths.questions(language, { state: isAuthority ? "waiting" : "answered" })}>
          {t(isAuthority ? "toQueue" : "toOwn")}
        </Link>
      </p>
    </section>
  );
}
