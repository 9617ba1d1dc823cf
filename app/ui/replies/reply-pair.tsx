import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Language, languages, type Text } from "~/domain/advisories/advisory.form";
import { checkPiece } from "~/domain/parity/check-piece";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { Differences } from "~/ui/desk/differences";
import { agreementOf } from "~/ui/desk/piece-pair";
import { ParityMark } from "~/ui/mark/parity-mark";
import { Pair } from "~/ui/pair/pair";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";

const suffix = { es: "Es", en: "En" } as const;

type Props = { field: "said" | "answer" | "note"; stored: Text; refusal: Refusal | undefined };

/** One part of a reply in both languages; where they differ is shown as one types. */
export function ReplyPair({ field, stored, refusal }: Props) {
  const { t } = useTranslation("replies");
  const { t: desk } = useTranslation("desk");
  const [text, setText] = useState(stored);
  const findings = checkPiece(text);
  const agreement = agreementOf(text, findings);
  const name = t(`write.${field}Name`);
  const area = (one: Language) => (
    <ScreenedTextArea
      name={`${field}${suffix[one]}`}
      lang={localeOf(one)}
      label={t(`write.field.${one}`, { name })}
      defaultValue={stored[one]}
      rows={4}
      found={foundAt(refusal, `${field}${suffix[one]}`)}
      onInput={({ currentTarget: { value } }) => setText((before) => ({ ...before, [one]: value }))}
    />
  );
  const [es, en] = languages;
  return (
    <Pair
      name={
        <>
          {name} <span className="piece-hint">{t(`write.${field}Hint`)}</span>
        </>
      }
      left={area(es)}
      right={area(en)}
      mark={<ParityMark agreement={agreement} name={desk(`parity.${agreement}`)} />}
      below={
        findings.length > 0 && agreement !== "missing" && <Differences text={text} findings={findings} />
      }
    />
  );
}
