import { type ReactNode, useId } from "react";
import { WholeIds } from "~/ui/text/whole-ids";

export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  /** The id of a hint that several fields share and that stands before them. */
  hintElsewhere?: string | undefined;
  /** A sentence that says what to do; already in the reader's language. */
  error?: ReactNode;
  /** Hides the label from sight, never from a screen reader. */
  quietLabel?: boolean;
};

type Control = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
type Props = FieldWords & { id?: string; children: (control: Control) => ReactNode };

export function Field({ label, hint, hintElsewhere, error, quietLabel = false, id: given, children }: Props) {
  const own = useId();
  const id = given ?? own;
  const described = [hintElsewhere, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id} className={quietLabel ? "visually-hidden" : undefined}>
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {typeof hint === "string" ? <WholeIds>{hint}</WholeIds> : hint}
        </p>
      )}
      {children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(error ? { "aria-invalid": true as const } : {}),
      })}
      {error && (
        <p className="wrong" id={`${id}-error`}>
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
