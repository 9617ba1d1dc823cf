import { useTranslation } from "react-i18next";
import type { Agenda } from "~/domain/roundtables/roundtable.form";
import { localeOf } from "~/i18n/language";
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

/** As it will be sent, side by side: whoever clears it answers for both. */
export function AgendaInBoth({ agenda: { title, purpose, community, items } }: { agenda: Agenda }) {
  const { t } = useTranslation("roundtables");
  const order = useLanguage() === "es" ? (["es", "en"] as const) : (["en", "es"] as const);
  return (
    <>
      <p>{t("agenda.lead")}</p>
      <div className="both-languages agenda-in-both">
        {order.map((language) => (
          <div key={language}>
            <h3>{t(`agenda.in.${language}`)}</h3>
            <div lang={localeOf(language)}>
              <p className="session-item">{title[language]}</p>
              <p className="words">{purpose[language]}</p>
              <ol className="session-agenda">
                {items.map((item) => (
                  <li key={item.title.es + item.title.en}>
                    <p className="session-item">{item.title[language]}</p>
                    {item.note[language] !== "" && <p className="words">{item.note[language]}</p>}
                  </li>
                ))}
              </ol>
              {community[language] !== "" && (
                <p className="words">
                  {t("agenda.communityName")}: {community[language]}
                </p>
              )}
            </div>
          </div>
        ))}
      </div>
      <p className="quiet">{t("agenda.closed")}</p>
    </>
  );
}
