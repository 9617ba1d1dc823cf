import { useTranslation } from "react-i18next";
import type { Points } from "~/domain/replies/points.server";
import { useLanguage } from "~/i18n/use-language";
import { Written } from "./written";

type Props = {
  point: Points["points"][number];
  themes: Points["themes"];
  /** Id of the form that sorts, for those who may. */
  form: string | undefined;
};

export function PointItem({ point, themes, form }: Props) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const said = (
    <span className="point-words">
      <Written question={point.question} written={point.written} />
    </span>
  );
  const names = themes.filter(({ id }) => point.themes.includes(id)).map(({ name }) => name[language]);
  return (
    <li>
      {form ? (
        <label className="choice">
          <input type="checkbox" name="points" value={point.id} form={form} />
          {said}
        </label>
      ) : (
        said
      )}
      {(names.length > 0 || point.institution) && (
        <p className="quiet point-notes">
          {point.institution && <span>{t("points.by", { institution: point.institution })}</span>}
          {names.length > 0 && (
            <span>
              {t("points.in")} {names.join(" · ")}
            </span>
          )}
        </p>
      )}
    </li>
  );
}
