import type { ReactNode } from "react";

type Props = {
  tone?: "plain" | "caution" | "stopped";
  heading?: ReactNode;
  /** Announced when it appears after an act. */
  live?: boolean;
  children?: ReactNode;
};

export function Notice({ tone = "plain", heading, live = false, children }: Props) {
  return (
    <div className="notice" data-tone={tone} role={live ? "status" : undefined}>
      {heading && <p className="heading">{heading}</p>}
      {children}
    </div>
  );
}
