import type { Language } from "~/domain/advisories/advisory.form";
import { formatList } from "~/i18n/format";

/** Names of things in one sentence: only the first keeps its capital. */
export const formatTerms = (language: Language, [first = "", ...rest]: string[]) =>
  formatList(language, [
    first,
    ...rest.map((name) => name.charAt(0).toLocaleLowerCase(language) + name.slice(1)),
  ]);
