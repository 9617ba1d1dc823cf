import type { SelectHTMLAttributes } from "react";
import { Field, type FieldWords } from "./field";

export type Option = { value: string; name: string; disabled?: boolean };
type Props = FieldWords &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "children"> & {
    options: Option[];
    /** The words for "none chosen"; without it one of the options is always chosen. */
    none?: string;
  };

export function Select({ label, hint, error, quietLabel, id, options, none, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} quietLabel={quietLabel} id={id}>
      {(control) => (
        <select {...rest} {...control} className="input">
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, name, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
