import { useTranslation } from "react-i18next";
import { languages } from "~/domain/advisories/advisory.form";
import type { SummaryWords } from "~/domain/summaries/summary.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { localeOf } from "~/i18n/language";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";
import { ScreenedTextField } from "~/ui/screening/screened-text-field";

type Props = {
  words: Pick<SummaryWords, "title" | "body"> | null;
  typed?: TypedSession | undefined;
  refusal: Refusal | undefined;
};

const suffix = { es: "Es", en: "En" } as const;

/** Title and text, each in both languages side by side. */
export function SummaryTexts({ words, typed, refusal }: Props) {
  const { t } = useTranslation("summaries");
  return (
    <>
      <div className="both-languages">
        {languages.map((one) => (
          <ScreenedTextField
            key={one}
            name={`title${suffix[one]}`}
            lang={localeOf(one)}
            label={t(`own.write.title.${one}`)}
            defaultValue={typed ? typed[`title${suffix[one]}`] : words?.title[one]}
            found={foundAt(refusal, `title${suffix[one]}`)}
            maxLength={500}
            autoComplete="off"
            required
          />
        ))}
      </div>
      <div className="both-languages">
        {languages.map((one) => (
          <ScreenedTextArea
            key={one}
            name={`body${suffix[one]}`}
            lang={localeOf(one)}
            label={t(`own.write.body.${one}`)}
            defaultValue={typed ? typed[`body${suffix[one]}`] : words?.body[one]}
            found={foundAt(refusal, `body${suffix[one]}`)}
            rows={8}
            required
          />
        ))}
      </div>
    </>
  );
}
