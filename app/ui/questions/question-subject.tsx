import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = { question: { number: string | null; redFlag: string | null; version: number | null } };

/** What a question is about, with the way to it. */
export function QuestionSubject({ question: { number, redFlag, version } }: Props) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  if (number === null) return <span className="quiet">{t("gone")}</span>;
  const n = Number(redFlag?.split("#RF-")[1]);
  return (
    <span className="question-subject">
      <Link to={redFlag ? paths.redFlag(language, number, n) : paths.advisory(language, number)}>
        {redFlag ?? number}
      </Link>{" "}
      {version !== null && <span className="quiet">{t("version", { n: version })}</span>}
    </span>
  );
}
