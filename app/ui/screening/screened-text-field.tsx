import { type ComponentProps, useRef } from "react";
import { TextField } from "~/ui/field/text-field";
import { useScreenedField } from "./use-screened-field";
import type { Screened } from "./use-screening";

type Props = Omit<ComponentProps<typeof TextField>, "ref" | "value" | "onInput"> & {
  found?: Screened | undefined;
};

/** One line that others will read, screened as one types. */
export function ScreenedTextField({ found, hint, error, ...rest }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const { words, setTyped, below } = useScreenedField({
    field,
    value: undefined,
    found,
    words: { hint, error },
  });
  return (
    <div className="screened">
      <TextField
        {...rest}
        {...words}
        ref={field}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {below}
    </div>
  );
}
