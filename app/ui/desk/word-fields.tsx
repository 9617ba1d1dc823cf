import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Language, languages } from "~/domain/advisories/advisory.form";
import { checkPiece } from "~/domain/parity/check-piece";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { useRefusal } from "~/ui/act/refusal";
import { ParityMark } from "~/ui/mark/parity-mark";
import { Pair } from "~/ui/pair/pair";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import { TextConflict } from "./conflict";
import { Differences } from "./differences";
import { agreementOf } from "./piece-pair";
import type { Writing } from "./use-words";

type Props = {
  writing: Writing;
  /** Fields `answerEs` and `answerEn`. */
  name: string;
  label: string;
  hint?: string;
  rows: number;
  most?: number;
  /** Of the same form sent without scripts. */
  refusal: Refusal | undefined;
};

const suffix = { es: "Es", en: "En" } as const;

/** One text in both languages that several write: the mark of their agreement between, and what is to be settled below. */
export function WordPair({ writing, name, label, hint, rows, most, refusal }: Props) {
  const { t } = useTranslation("desk");
  const { shown, keeper } = writing;
  const text = { es: shown.content[`${name}Es`] ?? "", en: shown.content[`${name}En`] ?? "" };
  const findings = checkPiece(text);
  const agreement = agreementOf(text, findings);
  const field = (language: Language) => (
    <WordArea
      writing={writing}
      path={`${name}${suffix[language]}`}
      language={language}
      label={
        <>
          <span className="visually-hidden">{label}: </span>
          {t(`language.${language}`)}
        </>
      }
      rows={rows}
      most={most}
      refusal={refusal}
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
        mark={<ParityMark agreement={agreement} name={t(`parity.${agreement}`)} />}
        below={
          <>
            {findings.length > 0 && agreement !== "missing" && (
              <Differences text={text} findings={findings} />
            )}
            {languages.map((one) => {
              const path = `${name}${suffix[one]}`;
              const held = shown.held[path];
              return (
                held?.theirs !== undefined && (
                  <TextConflict
                    key={one}
                    path={path}
                    name={label}
                    language={one}
                    held={held}
                    keeper={keeper}
                  />
                )
              );
            })}
          </>
        }
      />
    </div>
  );
}

type AreaProps = Pick<Props, "writing" | "rows" | "refusal"> & {
  path: string;
  language: Language;
  label: ReactNode;
  most: number | undefined;
};

/** While the cursor is in it, it shows what its writer typed and nothing that arrives from others. */
function WordArea({ writing: { keeper, shown }, path, language, label, rows, most, refusal }: AreaProps) {
  const sentence = useRefusal();
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? shown.content[path] ?? "";
  const reason = shown.held[path]?.reason;
  return (
    <ScreenedTextArea
      name={path}
      label={label}
      hint=""
      lang={localeOf(language)}
      rows={rows}
      maxLength={most}
      value={value}
      found={foundAt(refusal, path)}
      error={reason ? sentence(reason) : undefined}
      onFocus={() => setTyped(value)}
      onBlur={() => {
        setTyped(null);
        keeper.flush();
      }}
      onChange={({ currentTarget }) => {
        keeper.set(path, value, currentTarget.value);
        setTyped(currentTarget.value);
      }}
    />
  );
}
