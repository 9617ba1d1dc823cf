import { useContext } from "react";
import { I18nContext } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";

/** The language that the page is in. */
export function useLanguage(): Language {
  const { i18n } = useContext(I18nContext);
  return i18n.language === "es-MX" ? "es" : "en";
}
