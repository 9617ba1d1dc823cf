import { forwardRef, type ReactNode } from "react";

type Props = {
  tone?: "plain" | "caution" | "stopped";
  heading?: ReactNode;
  /** Announced when it appears after an act. */
  live?: boolean;
  children?: ReactNode;
};

export const Notice = forwardRef<HTMLDivElement, Props>(function Notice(
  { tone = "plain", heading, live = false, children },
  ref,
) {
  return (
    <div className="notice" data-tone={tone} role={live ? "status" : undefined} ref={ref}>
      {heading && <p className="heading">{heading}</p>}
      {children}
    </div>
  );
});
