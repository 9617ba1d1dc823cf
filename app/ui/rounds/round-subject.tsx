import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = {
  round: {
    typology: string | null;
    typologyName: { es: string; en: string } | null;
    number: string | null;
    version: number | null;
  };
};

/** What a round is about, as the way to it. */
export function RoundSubject({ round: { typology, typologyName, number, version } }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  if (typology) {
    return (
      <Link to={paths.typology(language, typology)}>
        {t("ofTypology", { name: typologyName?.[language] || typology })}
      </Link>
    );
  }
  if (!number || !version) return null;
  return <Link to={paths.version(language, number, version)}>{t("ofVersion", { number, version })}</Link>;
}
