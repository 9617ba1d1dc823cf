import type { i18n } from "i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import en from "~locales/en";
import es from "~locales/es";
import { createInstance } from "./instance";

// `useTranslation` copies all own properties of what it is given, for every component of every page: an heir has none.
const heirOf = (instance: i18n): i18n => Object.create(instance);

const instances = { es: heirOf(createInstance("es", es)), en: heirOf(createInstance("en", en)) };

/** The prebuilt i18next of a language, for pages, problems and documents. */
export const i18nOf = (language: Language) => instances[language];
