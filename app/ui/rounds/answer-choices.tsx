import { type ReactNode, useId } from "react";

type Props = {
  /** `row.question`, the name of its field. */
  place: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Whether it is saved, beside the question. */
  mark?: ReactNode;
  /** In their order: the key of each is its place. */
  choices: { value: string; name: string }[];
  /** The words for no answer, where none is an answer too. */
  none?: string | undefined;
  chosen: string;
  /** What the institution's board says; not chosen until somebody does. */
  proposed?: string | undefined;
  onChoose(value: string): void;
  children?: ReactNode;
};

/** One question of the sheet with its categories, each chosen by a touch or by its digit. */
export function AnswerChoices(props: Props) {
  const { place, label, hint, error, mark, choices, none, chosen, proposed, onChoose, children } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const all = [
    ...choices.map((choice, i) => ({ ...choice, digit: i < 9 ? i + 1 : undefined })),
    ...(none === undefined ? [] : [{ value: "", name: none, digit: 0 }]),
  ];
  return (
    <fieldset
      className="choices answer-choices"
      aria-describedby={described || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend>{label}</legend>
      {mark}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="set">
        {all.map(({ value, name, digit }) => (
          <label
            key={value}
            className="answer-choice"
            data-none={value === "" || undefined}
            data-proposed={(value === proposed && chosen !== value) || undefined}
          >
            <input
              type="radio"
              name={place}
              value={value}
              data-digit={digit}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span>{name}</span>
            {digit !== undefined && (
              <span className="key" aria-hidden="true">
                {digit}
              </span>
            )}
          </label>
        ))}
      </div>
      {error && (
        <p className="wrong" id={`${id}-error`}>
          <span>{error}</span>
        </p>
      )}
      {children}
    </fieldset>
  );
}
