import { type FetcherWithComponents, useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "~/http/outcomes";
import { isCursorLost, type Pressed, placeAfter, pressedIn, setCursor } from "./cursor";
import { useTellDone } from "./done-acts";
import { RefusalNotice } from "./refusal";

type Answer = { refusal?: Refusal } | undefined;
type Props = {
  action: string;
  label?: string;
  encType?: "multipart/form-data";
  className?: string;
  /** Id of the form, for fields that do not stand in it. */
  formId?: string;
  /** Empties the fields once the act is done. */
  clears?: boolean;
  /** Called once the act is done, by whoever takes the form off the page then. */
  onDone?: () => void;
  /** Called with every answer, by whoever stays on the page with its form. */
  onAnswered?: (refusal: Refusal | undefined) => void;
  /** What the page says once the act is done; the name of the button unless told otherwise, null where the page says it itself. */
  done?: string | null;
  /** Id of what the act brings onto the page, where the cursor goes on. */
  made?: string;
  /** Says whether the fields themselves tell this refusal, so that it is not told twice. */
  noticeUnless?: (refusal: Refusal) => boolean;
  children: (busy: boolean, refusal: Refusal | undefined) => ReactNode;
};

/** The form of an act: stays on the page and shows a refusal beside what was typed; without scripts an ordinary post. */
export function ActForm({
  action,
  label,
  encType,
  className = "act",
  formId,
  clears = false,
  onDone,
  onAnswered,
  done,
  made,
  noticeUnless,
  children,
}: Props) {
  const fetcher: FetcherWithComponents<Answer> = useFetcher<Answer>();
  const form = useRef<HTMLFormElement>(null);
  const busy = fetcher.state !== "idle";
  const refusal = busy ? undefined : fetcher.data?.refusal;
  const wasBusy = useRef(false);
  const { begin, end, endIfGone } = useDone({ done, made });
  useEffect(() => {
    const isAnswered = wasBusy.current && !busy;
    const isDone = isAnswered && !refusal;
    wasBusy.current = busy;
    // The button that was pressed took no focus while the act ran: the keyboard goes on at the field that is wrong.
    if (isAnswered && refusal) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    if (isDone && clears) form.current?.reset();
    if (isAnswered) onAnswered?.(refusal);
    if (isDone) onDone?.();
    const closes = isDone && onDone !== undefined;
    if (isDone && !closes) end();
    endIfGone.current = closes || (fetcher.state === "loading" && !fetcher.data?.refusal);
  });
  return (
    <fetcher.Form
      id={formId}
      method="post"
      action={action}
      className={className}
      aria-label={label}
      encType={encType}
      ref={form}
      onSubmit={(event) => begin(event.currentTarget, event.nativeEvent)}
    >
      {refusal && !noticeUnless?.(refusal) && <RefusalNotice refusal={refusal} />}
      {children(busy, refusal)}
    </fetcher.Form>
  );
}

/** Says that the act was done and sets the cursor where the reader goes on, also when the act takes its own form off the page. */
function useDone(given: Pick<Props, "done" | "made">) {
  const { t } = useTranslation("shell");
  const tell = useTellDone();
  const pressed = useRef<Pressed>();
  const endIfGone = useRef(false);
  const end = () => {
    const begun = pressed.current;
    pressed.current = undefined;
    // Led to another page, which says for itself what has happened.
    if (begun?.page !== window.location.pathname) return;
    if (given.done !== null) tell(given.done ?? t("done", { act: begun.name }));
    if (isCursorLost(begun.button)) {
      const place = placeAfter(begun, given.made);
      if (place) setCursor(place);
    }
  };
  const last = useRef(end);
  useEffect(() => {
    last.current = end;
  });
  useEffect(
    () => () => {
      if (endIfGone.current) last.current();
    },
    [],
  );
  const begin = (form: HTMLElement, event: Event) => {
    const button = event instanceof SubmitEvent ? event.submitter : null;
    pressed.current = pressedIn(form, button);
    tell(null);
  };
  return { begin, end, endIfGone };
}
