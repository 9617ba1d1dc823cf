import { useLocation, useRouteError } from "@remix-run/react";

import { isLanguage, languages, localeOf } from "~/i18n/language";

/** Tells other machines that one page stands in two languages. */
export function Alternates({ origin }: { origin: string }) {
  const { pathname } = useLocation();
  const failed = Boolean(useRouteError());
  const [, first = "", ...rest] = pathname.split("/");
  if (failed || !isLanguage(first)) return null;
  const inLanguage = (language: string) => [`${origin}/${language}`, ...rest].join("/");
  return (
    <>
      <link rel="canonical" href={inLanguage(first)} />
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={localeOf(language)} href={inLanguage(language)} />
      ))}
    </>
  );
}
