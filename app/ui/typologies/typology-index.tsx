import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { saidIn } from "~/domain/advisories/reading";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { SaidText } from "~/ui/text/said";

export type TypologyEntry = { code: string; name: Text; advisories: number };

/** As the index of a book: the name and how many advisories deal with it, in the reader's alphabet. */
export function TypologyIndex({ typologies }: { typologies: TypologyEntry[] }) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const alphabet = new Intl.Collator(localeOf(language));
  const entries = typologies
    .map((entry) => ({ ...entry, said: saidIn(language, entry.name) }))
    .sort((a, b) => alphabet.compare(a.said?.text ?? a.code, b.said?.text ?? b.code));
  return (
    <ul className="book-index">
      {entries.map(({ code, said, advisories }) => (
        <li key={code}>
          <Link to={paths.typology(language, code)}>{said ? <SaidText said={said} /> : code}</Link>
          <span className="facet-count">{t("list.count", { count: advisories })}</span>
        </li>
      ))}
    </ul>
  );
}
