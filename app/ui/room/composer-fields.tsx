import { useTranslation } from "react-i18next";
import { mostLetters, saidKinds } from "~/domain/contributions/contribution";
import type { Attribution } from "~/domain/roundtables/attribution";
import type { Refusal } from "~/http/outcomes";
import { useRefusal } from "~/ui/act/refusal";
import { Choices } from "~/ui/field/choices";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import type { KeptWords } from "./kept-words";

type Props = {
  modes: Attribution[];
  /** As which sector the reader may speak; null: theirs would name them. */
  sector: string | null;
  /** Nothing but questions is taken yet. */
  ahead: boolean;
  /** What is answered is answered in words. */
  answers: boolean;
  typed: { [Name in keyof KeptWords]?: KeptWords[Name] | undefined };
  refusal: Refusal | undefined;
  onText?: (text: string) => void;
  onChoose?: (name: "kind" | "mode" | "language", value: string) => void;
};

const ofText = ["screened", "nothing_said", "said_too_long"];
const ofMode = ["attribution_not_allowed", "sector_is_one_house", "choose_attribution"];

/** The refusals that the fields themselves tell. */
export const composerRefusals = [...ofText, ...ofMode];

/** What is said, as whom, and in which language. */
export function ComposerFields(props: Props) {
  const { modes, sector, ahead, answers, typed, refusal, onText, onChoose } = props;
  const { t } = useTranslation("room");
  const { t: term } = useTranslation("terms");
  const sentence = useRefusal();
  const errorOf = (reasons: string[]) =>
    refusal && reasons.includes(refusal.reason) ? sentence(refusal.reason, refusal.facts) : undefined;
  const choose = (name: "kind" | "mode" | "language") =>
    onChoose && { onChoose: (value: string) => onChoose(name, value) };
  const kind = ahead ? "question" : answers ? "words" : typed.kind || "words";
  return (
    <>
      {ahead || answers ? (
        <input type="hidden" name="kind" value={kind} />
      ) : (
        <Choices
          kind="one"
          name="kind"
          label={t("compose.kind")}
          quietLabel
          chosen={[kind]}
          choices={saidKinds.map((value) => ({ value, name: t(`compose.kindName.${value}`) }))}
          {...choose("kind")}
        />
      )}
      <ScreenedTextArea
        id="say-text"
        name="text"
        label={t(kind === "question" ? "compose.question" : "compose.text")}
        rows={3}
        maxLength={mostLetters}
        defaultValue={typed.text}
        error={errorOf(ofText)}
        found={foundAt(refusal, "text")}
        onInput={onText && ((event) => onText(event.currentTarget.value))}
      />
      <Choices
        kind="one"
        column
        name="mode"
        label={t("compose.mode")}
        hint={t("compose.modeHint")}
        error={errorOf(ofMode)}
        chosen={typed.mode ? [typed.mode] : modes.length === 1 ? modes : []}
        choices={modes.map((value) => ({
          value,
          name: t(`compose.as.${value}`),
          hint: hintOf(value),
          disabled: value === "sector" && sector === null,
        }))}
        {...choose("mode")}
      />
      <Choices
        kind="one"
        name="language"
        label={t("compose.language")}
        chosen={[typed.language || "es"]}
        choices={[
          { value: "es", name: t("compose.languageName.es") },
          { value: "en", name: t("compose.languageName.en") },
        ]}
        {...choose("language")}
      />
    </>
  );

  function hintOf(mode: Attribution) {
    if (mode !== "sector") return t(`compose.means.${mode}`);
    if (sector === null) return t("compose.means.noSector");
    const name = sector === "authority" ? t("compose.sectorAuthority") : term(`sector.${sector as "bank"}`);
    return t("compose.means.sector", { sector: name });
  }
}
