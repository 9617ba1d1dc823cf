import { memo } from "react";
import { useTranslation } from "react-i18next";
import { type Answer, longestWords } from "~/domain/answers/answer";
import type { Question } from "~/domain/rounds/questions";
import { countries } from "~/i18n/place";
import { useLanguage } from "~/i18n/use-language";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { useIsClient } from "~/ui/page/use-is-client";
import { usePlaceName } from "~/ui/place/use-place-name";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import type { Screened } from "~/ui/screening/use-screening";
import { AnswerChoices } from "./answer-choices";
import { AnswerConflict } from "./answer-conflict";
import { AnswerMark } from "./answer-mark";
import type { Mine } from "./kept-answers";
import type { SheetKeeper } from "./sheet-keeper";
import { useAnswerWords } from "./use-answer-words";

type Props = {
  keeper: SheetKeeper;
  /** `row.question`, the name of its field. */
  place: string;
  question: Question;
  saved: { answer: Answer; revision: number; changedBy: string | null } | undefined;
  mine: Mine | undefined;
  /** Ours is on its way; false where there is none, so that the others are not drawn again. */
  saving: boolean;
  /** Whoever fills it in. */
  own: string;
  /** What the institution's board says of it. */
  proposed: string | undefined;
  /** The same question of the red flag above. */
  aboveName: string | undefined;
  aboveAnswer: string | undefined;
  /** What the server found in what it refused. */
  found: Screened | undefined;
  redFlags: { publicId: string; text: { es: string; en: string } }[];
};

/** One question of the form, with what a colleague answered meanwhile where they did. */
export const SheetQuestion = memo(function SheetQuestion(props: Props) {
  const {
    keeper,
    place,
    question,
    saved,
    mine,
    saving,
    own,
    proposed,
    aboveName,
    aboveAnswer,
    found,
    redFlags,
  } = props;
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const { country } = usePlaceName();
  const words = useAnswerWords();
  const sentence = useRefusal();
  const isClient = useIsClient();
  const shown = mine ? mine.answer : (saved?.answer ?? null);
  const set = (answer: Answer) => keeper.set(place, answer);
  const key = question.key as "seen";
  const label = t(`question.${key}.asks`);
  const hint = t(`question.${key as "alertVolume"}.help`, { defaultValue: "" }) || undefined;
  const error = mine?.reason ? sentence(mine.reason) : undefined;
  const common = { label, hint, error };
  const mark = (
    <AnswerMark
      unsent={mine !== undefined}
      saving={saving}
      savedBy={saved?.answer === null ? undefined : saved?.changedBy}
      own={own}
    />
  );
  const field = () => {
    if ("categories" in question) {
      const canPropose = proposed !== undefined && shown === null;
      const canCopy = isClient && aboveAnswer !== undefined && shown !== aboveAnswer;
      return (
        <AnswerChoices
          place={place}
          {...common}
          mark={mark}
          choices={question.categories.map((value: string) => ({ value, name: words(question, value) }))}
          none={question.required ? undefined : t("sheet.noAnswer")}
          chosen={typeof shown === "string" ? shown : ""}
          proposed={proposed}
          onChoose={(value) => set(value === "" ? null : value)}
        >
          {(canPropose || canCopy) && (
            <div className="answer-offers">
              {canPropose && (
                <p>
                  {t("sheet.proposed", { answer: words(question, proposed) })}{" "}
                  {isClient && (
                    <Button size="small" weight="quiet" onClick={() => set(proposed)}>
                      {t("sheet.takeProposed")}
                    </Button>
                  )}
                </p>
              )}
              {canCopy && (
                <Button size="small" weight="quiet" onClick={() => set(aboveAnswer)}>
                  {t("sheet.sameAs", { name: aboveName, answer: words(question, aboveAnswer) })}
                </Button>
              )}
            </div>
          )}
        </AnswerChoices>
      );
    }
    if (question.kind === "words") {
      return (
        <>
          {mark}
          <ScreenedTextArea
            name={place}
            found={found}
            {...common}
            hint={[hint, isClient && t("sheet.wordsHint")].filter(Boolean).join(" ") || undefined}
            maxLength={longestWords}
            value={typeof shown === "string" ? shown : ""}
            onInput={({ currentTarget }) => set(currentTarget.value === "" ? null : currentTarget.value)}
            onBlur={keeper.flush}
          />
        </>
      );
    }
    if (question.kind === "red-flags") {
      const chosen = Array.isArray(shown) ? shown : [];
      return (
        <>
          {mark}
          <Choices
            kind="several"
            column
            name={place}
            {...common}
            chosen={chosen}
            onChoose={(id, on) => {
              const next = on ? [...chosen, id] : chosen.filter((one) => one !== id);
              set(next.length > 0 ? next : null);
            }}
            choices={redFlags.map(({ publicId, text }) => ({
              value: publicId,
              name: text[language] || text.es || text.en,
              hint: publicId,
            }))}
          />
        </>
      );
    }
    const corridor =
      shown !== null && typeof shown === "object" && "from" in shown ? shown : { from: "", to: "" };
    const options = countries.map((code) => ({ value: code, name: country(code) }));
    const end = (which: "from" | "to") => (
      <Select
        name={`${place}.${which}`}
        label={t(`sheet.${which}`)}
        none={t("sheet.noAnswer")}
        options={options}
        value={corridor[which]}
        onChange={({ currentTarget: { value } }) => {
          const next = { ...corridor, [which]: value };
          set(next.from === "" && next.to === "" ? null : next);
        }}
      />
    );
    return (
      <fieldset className="choices">
        <legend>{label}</legend>
        {mark}
        <div className="desk-when">
          {end("from")}
          {end("to")}
        </div>
        {error && <p className="wrong">{error}</p>}
      </fieldset>
    );
  };
  return (
    <div className="sheet-question" data-place={place}>
      <input
        type="hidden"
        name={`revision:${place}`}
        value={mine?.theirs?.revision ?? saved?.revision ?? 0}
      />
      {field()}
      {mine?.theirs && (
        <AnswerConflict
          question={question}
          mine={mine.answer}
          theirs={mine.theirs}
          onKeep={() => keeper.keepMine(place)}
          onTake={() => keeper.takeTheirs(place)}
          onSet={(answer) => {
            set(answer);
            keeper.keepMine(place);
          }}
        />
      )}
    </div>
  );
});
