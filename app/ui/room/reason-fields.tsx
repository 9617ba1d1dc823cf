import { longestNote } from "~/domain/floor/floor.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useRefusal } from "~/ui/act/refusal";
import { Choices } from "~/ui/field/choices";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";

type Props = {
  label: string;
  note: string;
  reasons: { value: string; name: string }[];
  typed?: TypedSession | undefined;
  refusal: Refusal | undefined;
};

/** Said at its field. */
export const isReasonRefusal = (reason: string) => reason === "choose_reason";

/** A reason from a list, none of them chosen for whoever gives it, and a note beside it. */
export function ReasonFields({ label, note, reasons, typed, refusal }: Props) {
  const sentence = useRefusal();
  return (
    <>
      <Choices
        kind="one"
        column
        name="reason"
        label={label}
        choices={reasons}
        chosen={typed?.reason ? [typed.reason] : []}
        error={refusal && isReasonRefusal(refusal.reason) ? sentence(refusal.reason) : undefined}
      />
      <ScreenedTextArea
        name="note"
        label={note}
        rows={2}
        maxLength={longestNote}
        defaultValue={typed?.note}
        found={foundAt(refusal, "note")}
      />
    </>
  );
}
