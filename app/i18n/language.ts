import type { Language } from "~/domain/advisories/advisory.form";

/** Apart from the content model, whose schemas the browser does not need. */
export const languages = ["es", "en"] as const satisfies Language[];

const locales = { es: "es-MX", en: "en-US" } as const;

export const localeOf = (language: Language) => locales[language];

export const isLanguage = (value: string | undefined): value is Language => value === "es" || value === "en";

export const otherLanguage = (language: Language): Language => (language === "es" ? "en" : "es");

/** The language of an address, if it has one: its first segment. */
export function languageInPath(path: string): Language | undefined {
  const first = path.split("/", 2)[1];
  return isLanguage(first) ? first : undefined;
}
