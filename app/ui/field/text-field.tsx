import { forwardRef, type InputHTMLAttributes } from "react";
import { Field, type FieldWords } from "./field";

type Props = FieldWords & InputHTMLAttributes<HTMLInputElement>;

export const TextField = forwardRef<HTMLInputElement, Props>(function TextField(
  { label, hint, hintElsewhere, error, quietLabel, id, type = "text", ...rest },
  ref,
) {
  return (
    <Field {...{ label, hint, hintElsewhere, error, quietLabel, id }}>
      {(control) => <input {...rest} {...control} ref={ref} type={type} className="input" />}
    </Field>
  );
});
