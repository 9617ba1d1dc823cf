import { useLocation, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isLanguage, languages, localeOf } from "~/i18n/language";
import { paths } from "~/paths";

/** Tells other machines that one page stands in two languages. */
export function Alternates({ origin }: { origin: string }) {
  const { t } = useTranslation("shell");
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
      <link rel="alternate" type="application/atom+xml" title={t("feed")} href={paths.feed(first)} />
    </>
  );
}
