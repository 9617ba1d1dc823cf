import { type ComponentProps, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextArea } from "~/ui/field/text-area";
import { useIsClient } from "~/ui/page/use-is-client";
import { FindingList } from "./finding-list";
import { type Screened, useScreening } from "./use-screening";

type Props = Omit<ComponentProps<typeof TextArea>, "ref" | "value"> & {
  /** Of a field whose text its page holds. */
  value?: string;
  /** What the server found in what it refused; shown with scripts off too. */
  found?: Screened | undefined;
};

/** A text that others will read: what identifies someone or reveals a report is shown below it as one types. */
export function ScreenedTextArea({ found, hint, error, onInput, ...rest }: Props) {
  const { t } = useTranslation("screening");
  const isClient = useIsClient();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string>();
  const screened = useScreening(typed === undefined ? undefined : (rest.value ?? typed), found);
  const count = screened?.findings.length ?? 0;
  const summary = count > 0 ? t("found", { count }) : undefined;
  const show = (start: number, end: number) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  return (
    <div className="screened">
      <TextArea
        {...rest}
        ref={area}
        hint={hint ?? (isClient ? t("checked") : undefined)}
        error={summary ?? error}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onInput?.(event);
        }}
      />
      {/* Kept in the page, so that a change of its words is read out, once typing pauses. */}
      <p role="status" className="visually-hidden">
        {typed !== undefined && (summary ?? (screened?.cleared ? t("clear") : ""))}
      </p>
      {screened && count > 0 && <FindingList screened={screened} onShow={show} />}
    </div>
  );
}
