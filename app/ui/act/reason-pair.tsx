import type { Language } from "~/domain/advisories/advisory.form";
import type { Refusal } from "~/http/outcomes";
import { ScreenedPair } from "~/ui/screening/screened-pair";
import { useErrorOf } from "./refusal";

type Props = {
  label(language: Language): string;
  typed?: Record<string, string> | undefined;
  refusal: Refusal | undefined;
};

const ofReason = ["reason_missing", "languages_differ"];

/** Said at the fields themselves. */
export const saidAtReason = (reason: string) => ofReason.includes(reason);

/** Why, in both languages, as its readers will read it. */
export function ReasonPair({ label, typed, refusal }: Props) {
  const errorOf = useErrorOf(refusal);
  return (
    <ScreenedPair
      name="reason"
      label={label}
      value={(_, field) => typed?.[field]}
      rows={2}
      refusal={refusal}
      error={errorOf(ofReason)}
      required
    />
  );
}
