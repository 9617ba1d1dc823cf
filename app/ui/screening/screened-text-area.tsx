import { type ComponentProps, useRef } from "react";
import { TextArea } from "~/ui/field/text-area";
import { useScreenedField } from "./use-screened-field";
import type { Screened } from "./use-screening";

type Props = Omit<ComponentProps<typeof TextArea>, "ref" | "value"> & {
  /** Of a field whose text its page holds. */
  value?: string;
  /** What the server found in what it refused; shown with scripts off too. */
  found?: Screened | undefined;
};

/** A text that others will read: what identifies someone or reveals a report is shown below it as one types. */
export function ScreenedTextArea({ found, hint, error, onInput, ...rest }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { words, setTyped, below } = useScreenedField({
    field: area,
    value: rest.value,
    found,
    words: { hint, error },
  });
  return (
    <div className="screened">
      <TextArea
        {...rest}
        {...words}
        ref={area}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onInput?.(event);
        }}
      />
      {below}
    </div>
  );
}
