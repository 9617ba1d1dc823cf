import { useTranslation } from "react-i18next";
import { type Answer, longestWords } from "~/domain/answers/answer";
import type { Question } from "~/domain/rounds/questions";
import { countries } from "~/i18n/place";
import { useLanguage } from "~/i18n/use-language";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { usePlaceName } from "~/ui/place/use-place-name";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import type { Screened } from "~/ui/screening/use-screening";
import { useAnswerWords } from "./use-answer-words";

export type Standing = { revision: number; changedBy: string | null; stored: Answer };
type Props = {
  /** `row.question`, the name of its field. */
  place: string;
  question: Question;
  standing: Standing | undefined;
  /** What was typed and not kept; undefined where all was. */
  typed: Answer | undefined;
  overtaken: boolean;
  /** What the server found in what it refused. */
  found: Screened | undefined;
  redFlags: { publicId: string; text: { es: string; en: string } }[];
};

/** One question of the form, with what a colleague answered meanwhile where they did. */
export function SheetQuestion({ place, question, standing, typed, overtaken, found, redFlags }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const { country } = usePlaceName();
  const words = useAnswerWords();
  const shown = typed === undefined ? (standing?.stored ?? null) : typed;
  const key = question.key as "seen";
  const label = t(`question.${key}.asks`);
  const help = t(`question.${key as "alertVolume"}.help`, { defaultValue: "" }) || undefined;
  const error = overtaken
    ? t("sheet.theirs", {
        name: standing?.changedBy ?? t("sheet.someone"),
        answer: words(question, standing?.stored ?? null) || t("sheet.nothing"),
      })
    : undefined;
  const common = { label, hint: help, error };
  const field = () => {
    if ("categories" in question) {
      const choices = question.categories.map((value: string) => ({ value, name: words(question, value) }));
      const chosen = typeof shown === "string" ? [shown] : [];
      return question.required ? (
        <Choices kind="one" name={place} {...common} choices={choices} chosen={chosen} />
      ) : (
        <Select
          name={place}
          {...common}
          none={t("sheet.noAnswer")}
          options={choices}
          defaultValue={chosen[0] ?? ""}
        />
      );
    }
    if (question.kind === "words") {
      return (
        <ScreenedTextArea
          name={place}
          found={found}
          {...common}
          maxLength={longestWords}
          defaultValue={typeof shown === "string" ? shown : ""}
        />
      );
    }
    if (question.kind === "red-flags") {
      return (
        <Choices
          kind="several"
          column
          name={place}
          {...common}
          chosen={Array.isArray(shown) ? shown : []}
          choices={redFlags.map(({ publicId, text }) => ({
            value: publicId,
            name: text[language] || text.es || text.en,
            hint: publicId,
          }))}
        />
      );
    }
    const corridor =
      shown !== null && typeof shown === "object" && "from" in shown ? shown : { from: "", to: "" };
    const options = countries.map((code) => ({ value: code, name: country(code) }));
    return (
      <fieldset className="choices">
        <legend>{label}</legend>
        <div className="desk-when">
          <Select
            name={`${place}.from`}
            label={t("sheet.from")}
            none={t("sheet.noAnswer")}
            options={options}
            defaultValue={corridor.from}
          />
          <Select
            name={`${place}.to`}
            label={t("sheet.to")}
            none={t("sheet.noAnswer")}
            options={options}
            defaultValue={corridor.to}
          />
        </div>
        {error && <p className="wrong">{error}</p>}
      </fieldset>
    );
  };
  return (
    <div className="sheet-question">
      <input type="hidden" name={`revision:${place}`} value={standing?.revision ?? 0} />
      {field()}
    </div>
  );
}
