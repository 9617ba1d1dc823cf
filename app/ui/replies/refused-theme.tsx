import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusedAct } from "~/ui/act/refused-act";
import { ThemeNameForm } from "./theme-name-form";

/** The page of a theme's name that was refused, without scripts: the form again, as it was typed. */
export function RefusedTheme() {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const { id = "", theme } = useParams();
  return (
    <RefusedAct<Text> back={paths.roundPoints(language, id)} backTo={t("write.toPoints")}>
      {(name, refusal) => (
        <ThemeNameForm
          action={theme ? paths.themeName(language, id, theme) : paths.roundThemes(language, id)}
          act={t(theme ? "themes.rename" : "themes.make")}
          name={name}
          refused={refusal}
        />
      )}
    </RefusedAct>
  );
}
