import { useTranslation } from "react-i18next";
import type { SummaryWords } from "~/domain/summaries/summary.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { CheckedOnce } from "~/ui/screening/checked-once";
import { ScreenedPair } from "~/ui/screening/screened-pair";

type Props = {
  words: Pick<SummaryWords, "title" | "body"> | null;
  typed?: TypedSession | undefined;
  refusal: Refusal | undefined;
};

/** Title and text, each in both languages side by side. */
export function SummaryTexts({ words, typed, refusal }: Props) {
  const { t } = useTranslation("summaries");
  return (
    <CheckedOnce>
      <ScreenedPair
        name="title"
        label={(one) => t(`own.write.title.${one}`)}
        value={(one, field) => (typed ? typed[field] : words?.title[one])}
        maxLength={500}
        refusal={refusal}
        required
      />
      <ScreenedPair
        name="body"
        label={(one) => t(`own.write.body.${one}`)}
        value={(one, field) => (typed ? typed[field] : words?.body[one])}
        rows={8}
        refusal={refusal}
        required
      />
    </CheckedOnce>
  );
}
