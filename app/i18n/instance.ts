import i18next, { type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import { localeOf } from "./language";

/** One i18next for one language, ready at once: its words are already here. */
export function createInstance(language: Language, words: Resource[string]): i18n {
  const lng = localeOf(language);
  const instance = i18next.createInstance();
  instance.use(initReactI18next).init({
    lng,
    load: "currentOnly",
    supportedLngs: [lng],
    fallbackLng: false,
    defaultNS: "shell",
    ns: Object.keys(words),
    resources: { [lng]: words },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
    react: { useSuspense: false },
  });
  return instance;
}
