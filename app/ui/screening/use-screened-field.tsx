import { type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsClient } from "~/ui/page/use-is-client";
import { useCheckedOnce } from "./checked-once";
import { FindingList } from "./finding-list";
import { type Screened, useScreening } from "./use-screening";

type Words = { hint?: ReactNode; error?: ReactNode };
type Control = Pick<HTMLInputElement, "focus" | "setSelectionRange">;
type Screening = {
  field: RefObject<Control>;
  /** Of a field whose text its page holds. */
  value: string | undefined;
  /** What the server found in what it refused; shown with scripts off too. */
  found: Screened | undefined;
  words: Words;
};

/** What a field of words shows below itself while it is typed into, and its hint and error meanwhile. */
export function useScreenedField({ field, value, found, words: { hint, error } }: Screening) {
  const { t } = useTranslation("screening");
  const told = useCheckedOnce();
  const isClient = useIsClient();
  const [typed, setTyped] = useState<string>();
  const screened = useScreening(typed === undefined ? undefined : (value ?? typed), found);
  const count = screened?.findings.length ?? 0;
  const summary = count > 0 ? t("found", { count }) : undefined;
  const show = (start: number, end: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  return {
    words: {
      hint: hint ?? (isClient && !told ? t("checked") : undefined),
      hintElsewhere: isClient ? told : undefined,
      error: summary ?? error,
    },
    setTyped,
    below: (
      <>
        {/* Kept in the page, so that a change of its words is read out, once typing pauses. */}
        <p role="status" className="visually-hidden">
          {typed !== undefined && (summary ?? (screened?.cleared ? t("clear") : ""))}
        </p>
        {screened && count > 0 && <FindingList screened={screened} onShow={show} />}
      </>
    ),
  };
}
