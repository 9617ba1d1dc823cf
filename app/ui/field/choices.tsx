import { type ReactNode, useId } from "react";
import type { FieldWords } from "./field";

type Choice = { value: string; name: ReactNode; hint?: ReactNode; disabled?: boolean };
type Props = FieldWords & {
  kind: "one" | "several";
  name: string;
  choices: Choice[];
  chosen?: readonly string[];
  column?: boolean;
  /** Id of the form that they belong to, where they do not stand in it. */
  form?: string;
  /** With it the group is controlled; without, `chosen` is only where it starts. */
  onChoose?: (value: string, on: boolean) => void;
};

export function Choices(props: Props) {
  const {
    kind,
    name,
    choices,
    chosen = [],
    column = false,
    form,
    onChoose,
    label,
    hint,
    error,
    quietLabel,
  } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      className="choices"
      data-column={column || undefined}
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={quietLabel ? "visually-hidden" : undefined}>{label}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="set">
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input
              type={kind === "one" ? "radio" : "checkbox"}
              name={name}
              form={form}
              value={choice.value}
              disabled={choice.disabled}
              {...(onChoose
                ? {
                    checked: chosen.includes(choice.value),
                    onChange: (event) => onChoose(choice.value, event.currentTarget.checked),
                  }
                : { defaultChecked: chosen.includes(choice.value) })}
            />
            <span>{choice.name}</span>
            {choice.hint && <span className="hint">{choice.hint}</span>}
          </label>
        ))}
      </div>
      {error && (
        <p className="wrong" id={`${id}-error`}>
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
