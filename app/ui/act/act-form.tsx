import { type FetcherWithComponents, useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import type { Refusal } from "~/http/outcomes";
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
  /** Called once the act is done. */
  onDone?: () => void;
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
  noticeUnless,
  children,
}: Props) {
  const fetcher: FetcherWithComponents<Answer> = useFetcher<Answer>();
  const form = useRef<HTMLFormElement>(null);
  const busy = fetcher.state !== "idle";
  const refusal = busy ? undefined : fetcher.data?.refusal;
  const wasBusy = useRef(false);
  useEffect(() => {
    const isAnswered = wasBusy.current && !busy;
    const isDone = isAnswered && !refusal;
    wasBusy.current = busy;
    // The button that was pressed took no focus while the act ran: the keyboard goes on at the field that is wrong.
    if (isAnswered && refusal) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    if (isDone && clears) form.current?.reset();
    if (isDone) onDone?.();
  }, [busy, refusal, clears, onDone]);
  return (
    <fetcher.Form
      id={formId}
      method="post"
      action={action}
      className={className}
      aria-label={label}
      encType={encType}
      ref={form}
    >
      {refusal && !noticeUnless?.(refusal) && <RefusalNotice refusal={refusal} />}
      {children(busy, refusal)}
    </fetcher.Form>
  );
}
