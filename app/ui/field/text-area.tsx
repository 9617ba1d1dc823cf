import { forwardRef, type TextareaHTMLAttributes, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { Field, type FieldWords } from "./field";

type Props = FieldWords & TextareaHTMLAttributes<HTMLTextAreaElement>;

const growsByItself = () => typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

function growTo(area: HTMLTextAreaElement | null) {
  if (!area || growsByItself()) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

// React warns about layout effects on the server, where there is nothing to measure.
const useGrowth = typeof document === "undefined" ? () => {} : useLayoutEffect;

/** Grows with what is typed, by CSS where the browser can, else by measuring. */
export const TextArea = forwardRef<HTMLTextAreaElement, Props>(function TextArea(
  { label, hint, hintElsewhere, error, quietLabel, id, onInput, ...rest },
  ref,
) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current);
  useGrowth(() => growTo(area.current), [rest.value, rest.defaultValue]);
  return (
    <Field {...{ label, hint, hintElsewhere, error, quietLabel, id }}>
      {(control) => (
        <textarea
          rows={3}
          {...rest}
          {...control}
          ref={area}
          className="input"
          onInput={(event) => {
            growTo(event.currentTarget);
            onInput?.(event);
          }}
        />
      )}
    </Field>
  );
});
