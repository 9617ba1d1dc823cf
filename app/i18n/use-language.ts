import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";

/** The language that the page is in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === "es-MX" ? "es" : "en";
}
