import { useTranslation } from "react-i18next";
import { languages } from "~/domain/advisories/advisory.form";
import type { Points } from "~/domain/replies/points.server";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { ReplyCall } from "./reply-call";

type Name = { es: string; en: string };

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
                  <NameForm
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
          <NameForm action={paths.roundThemes(language, roundId)} act={t("themes.make")} clears />
        </details>
      )}
    </section>
  );
}

function NameForm({
  action,
  act,
  name,
  clears = false,
}: {
  action: string;
  act: string;
  name?: Name;
  clears?: boolean;
}) {
  const { t } = useTranslation("replies");
  return (
    <ActForm action={action} label={act} clears={clears}>
      {(busy) => (
        <>
          {languages.map((one) => (
            <TextField
              key={one}
              name={one}
              lang={localeOf(one)}
              label={t(`themes.name.${one}`)}
              defaultValue={name?.[one] ?? ""}
              maxLength={200}
              autoComplete="off"
              required
            />
          ))}
          <Button type="submit" busy={busy}>
            {act}
          </Button>
        </>
      )}
    </ActForm>
  );
}
