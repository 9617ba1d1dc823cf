import { useTranslation } from "react-i18next";

/** In the place of a count that is withheld: hatched, named, and of one size whatever the count is. */
export function Held() {
  const { t } = useTranslation("releases");
  return (
    <span className="held">
      <span className="hatch" />
      {t("withheld")}
    </span>
  );
}
