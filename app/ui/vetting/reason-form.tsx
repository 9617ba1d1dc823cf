import { useTranslation } from "react-i18next";
import { isOfReason, leastReason, mostReason } from "~/domain/vetting/vetting";
import type { Refusal } from "~/http/outcomes";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button, type Weight } from "~/ui/action/button";
import { TextArea } from "~/ui/field/text-area";

type Props = {
  action: string;
  label: string;
  button: string;
  weight?: Weight;
  fieldLabel?: string;
  hint?: string;
  /** What is said once the word is given. */
  done?: string;
  /** Id of where it then stands. */
  made?: string;
  /** Fields that go along unseen. */
  hidden?: Record<string, string>;
  typed?: { reason?: string } | undefined;
  refusal?: Refusal | undefined;
};

const ofReason = (refusal: Refusal | undefined) =>
  refusal && isOfReason(refusal.reason) ? refusal : undefined;

/** An officer's word: a reason and a button that says what it does. */
export function ReasonForm({
  action,
  label,
  button,
  weight = "second",
  fieldLabel,
  hint,
  done,
  made,
  hidden = {},
  typed,
  refusal: earlier,
}: Props) {
  const { t } = useTranslation("vetting");
  const sentence = useRefusal();
  return (
    <ActForm
      action={action}
      label={label}
      done={done}
      made={made}
      noticeUnless={(refusal) => ofReason(refusal) !== undefined}
    >
      {(busy, answered) => {
        const wrong = ofReason(answered ?? earlier);
        return (
          <>
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <TextArea
              name="reason"
              label={fieldLabel ?? t("one.reason")}
              hint={hint ?? t("one.reasonHint", { least: leastReason })}
              defaultValue={typed?.reason}
              error={wrong && sentence(wrong.reason, wrong.facts)}
              maxLength={mostReason}
              required
            />
            <Button type="submit" weight={weight} busy={busy}>
              {button}
            </Button>
          </>
        );
      }}
    </ActForm>
  );
}
