import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language, Text } from "~/domain/advisories/advisory.form";
import { checkPiece } from "~/domain/parity/check-piece";
import { localeOf } from "~/i18n/language";
import { Differences } from "~/ui/desk/differences";
import { agreementOf } from "~/ui/desk/piece-pair";
import { ParityMark } from "~/ui/mark/parity-mark";
import { Pair } from "~/ui/pair/pair";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import type { Screened } from "~/ui/screening/use-screening";

type Props = {
  /** Fields `answerEs` and `answerEn`. */
  name: string;
  label: string;
  hint?: string;
  text: Text;
  most: number;
  rows: number;
  found: Partial<Record<Language, Screened>>;
};

/** One text of an answer in both languages, with the live mark of their agreement between. */
export function AnswerPair({ name, label, hint, text, most, rows, found }: Props) {
  const { t } = useTranslation("questions");
  const { t: desk } = useTranslation("desk");
  const [typed, setTyped] = useState(text);
  const findings = checkPiece(typed);
  const agreement = agreementOf(typed, findings);
  const field = (language: Language) => (
    <ScreenedTextArea
      name={`${name}${language === "es" ? "Es" : "En"}`}
      label={
        <>
          <span className="visually-hidden">{label}: </span>
          {t(`form.${language}`)}
        </>
      }
      hint=""
      lang={localeOf(language)}
      rows={rows}
      maxLength={most}
      defaultValue={text[language]}
      found={found[language]}
      onInput={(event) => {
        const { value } = event.currentTarget;
        setTyped((before) => ({ ...before, [language]: value }));
      }}
    />
  );
  return (
    <div className="piece">
      <Pair
        name={
          <>
            {label} {hint && <span className="piece-hint">{hint}</span>}
          </>
        }
        left={field("es")}
        right={field("en")}
        mark={<ParityMark agreement={agreement} name={desk(`parity.${agreement}`)} />}
        below={
          findings.length > 0 && agreement !== "missing" && <Differences text={typed} findings={findings} />
        }
      />
    </div>
  );
}
