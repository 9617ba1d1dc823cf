import { useTranslation } from "react-i18next";
import type { Agenda } from "~/domain/roundtables/roundtable.form";
import { useLanguage } from "~/i18n/use-language";

/** The agenda as it is sent, in the reader's language. */
export function AgendaText({ agenda: { purpose, items } }: { agenda: Agenda }) {
  const { t } = useTranslation("roundtables");
  const language = useLanguage();
  const words = (text: { es: string; en: string }) => text[language] || text.es || text.en;
  return (
    <>
      <p className="words">{words(purpose)}</p>
      <ol className="session-agenda">
        {items.map((item) => (
          <li key={item.title.es + item.title.en}>
            <p className="session-item">{words(item.title)}</p>
            {words(item.note) !== "" && <p className="words">{words(item.note)}</p>}
          </li>
        ))}
      </ol>
      <p className="quiet">{t("agenda.closed")}</p>
    </>
  );
}
