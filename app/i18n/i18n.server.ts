import type { Language } from "~/domain/advisories/advisory.form";
import en from "~locales/en";
import es from "~locales/es";
import { createInstance } from "./instance";
import { sayOnce } from "./say-once.server";

const instances = { es: sayOnce(createInstance("es", es)), en: sayOnce(createInstance("en", en)) };

/** The prebuilt i18next of a language, for pages, problems and documents. */
export const i18nOf = (language: Language) => instances[language];
