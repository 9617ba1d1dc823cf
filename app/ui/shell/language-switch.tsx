import { useLocation, useMatches } from "@remix-run/react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "~/domain/advisories/advisory.form";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { anchorInView } from "./anchor-in-view";
import { translationOfPage } from "./translation-of-page";

const names: Record<Language, string> = { es: "Español", en: "English" };
const both = ["es", "en"] as const;

/** Always in the same place; leads to the same page and, with scripts, to the same paragraph of it. */
export function LanguageSwitch() {
  const { t } = useTranslation("shell");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const state = translationOfPage(useMatches());

  function keepPlace(event: MouseEvent<HTMLAnchorElement>) {
    const anchor = anchorInView();
    if (anchor) event.currentTarget.hash = anchor;
  }

  return (
    <nav className="languages" aria-label={t("languages")}>
      {both.map((one) =>
        one === language ? (
          <span key={one} aria-current="true">
            {names[one]}
          </span>
        ) : (
          <a
            key={one}
            href={paths.inLanguage(one, pathname, search)}
            hrefLang={localeOf(one)}
            lang={localeOf(one)}
            onClick={keepPlace}
          >
            {names[one]}
          </a>
        ),
      )}
      {state && state !== "original" && (
        <span className="languages-state">{term(`translation.${state}`)}</span>
      )}
    </nav>
  );
}
