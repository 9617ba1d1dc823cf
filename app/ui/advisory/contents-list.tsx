import { useTranslation } from "react-i18next";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";

export type ContentsEntry = { anchor: string; name: string; lang?: "es" | "en" };

export function ContentsList({ entries }: { entries: ContentsEntry[] }) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  return (
    <nav className="contents" aria-labelledby="contents-name">
      <p className="label" id="contents-name">
        {t("advisory.onThisPage")}
      </p>
      <ul className="contents-entries">
        {entries.map(({ anchor, name, lang }) => (
          <li key={anchor}>
            <a href={`#${anchor}`} lang={lang && lang !== language ? localeOf(lang) : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
