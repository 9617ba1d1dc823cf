import { useTranslation } from "react-i18next";
import type { RedFlagReading } from "~/domain/advisories/reading";

// Named here and not taken from the form's schema, which would bring zod to every reader's browser.
const points = [
  "onboarding",
  "monitoring",
  "case-review",
  "branch",
  "trade",
] as const satisfies RedFlagReading["observableAt"];
const grades = ["contextual", "moderate", "strong"] as const satisfies RedFlagReading["strength"][];

type Props = { flags: RedFlagReading[]; shown: number };

/** Two choices that the style sheet alone obeys (folio.css), so they work before and without scripts. */
export function RedFlagFilters({ flags, shown }: Props) {
  const { t } = useTranslation("reading");
  const { t: term } = useTranslation("terms");
  const used = points.filter((point) => flags.some((flag) => flag.observableAt.includes(point)));
  const given = grades.filter((grade) => flags.some((flag) => flag.strength === grade));
  if (used.length < 2 && given.length < 2) return null;
  return (
    <fieldset className="flag-filters no-print">
      <legend className="visually-hidden">{t("flags.filter")}</legend>
      {used.length > 1 && (
        <label>
          <span className="label">{t("flags.whereFilter")}</span>
          <select className="input" autoComplete="off">
            <option value="">{t("flags.anywhere")}</option>
            {used.map((point) => (
              <option key={point} value={`at-${point}`}>
                {term(`observableAt.${point}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {given.length > 1 && (
        <label>
          <span className="label">{t("flags.strengthFilter")}</span>
          <select className="input" autoComplete="off">
            <option value="">{t("flags.anyStrength")}</option>
            {given.map((grade) => (
              <option key={grade} value={`is-${grade}`}>
                {term(`strength.${grade}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="label" role="status">
        {shown < flags.length ? t("flags.shown", { shown, total: flags.length }) : ""}
      </p>
    </fieldset>
  );
}
