import { forwardRef, type ReactNode } from "react";

type Props = {
  tone?: "plain" | "caution" | "stopped";
  heading?: ReactNode;
  /** Announced when it appears after an act. */
  live?: boolean;
  id?: string;
  children?: ReactNode;
};

export const Notice = forwardRef<HTMLDivElement, Props>(function Notice(
  { tone = "plain", heading, live = false, id, children },
  ref,
) {
  return (
    <div className="notice" id={id} data-tone={tone} role={live ? "status" : undefined} ref={ref}>
      {heading && <p className="heading">{heading}</p>}
      {children}
    </div>
  );
});
