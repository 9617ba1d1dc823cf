import { useTranslation } from "react-i18next";
import type { Points } from "~/domain/replies/points.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ReplyCall } from "./reply-call";
import { ThemeNameForm } from "./theme-name-form";

/** The themes of a round, each with its reply, and a new one. */
export function ThemesPart({ roundId, found }: { roundId: string; found: Points }) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const { themes, replies, mayWrite } = found;
  return (
    <section aria-labelledby="themes">
      <h2 id="themes">{t("themes.heading")}</h2>
      {themes.length === 0 && <p>{t("themes.none")}</p>}
      <ul className="plain-list theme-list">
        {themes.map(({ id, name }) => {
          const reply = replies.find(({ themeId }) => themeId === id);
          return (
            <li key={id}>
              <h3>{name[language]}</h3>
              <ReplyCall
                roundId={roundId}
                place={id}
                name={name[language]}
                reply={reply}
                mayWrite={mayWrite}
              />
              {mayWrite && !reply?.released && (
                <details>
                  <summary>{t("themes.rename")}</summary>
                  <ThemeNameForm
                    action={paths.themeName(language, roundId, id)}
                    act={t("themes.rename")}
                    name={name}
                  />
                </details>
              )}
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <details open={themes.length === 0}>
          <summary>{t("themes.make")}</summary>
          <ThemeNameForm action={paths.roundThemes(language, roundId)} act={t("themes.make")} clears />
        </details>
      )}
    </section>
  );
}
