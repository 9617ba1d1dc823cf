import type { ReactNode } from "react";

type Props = { label: string; sticky?: boolean; children: ReactNode };

/** A child with the class `push` and all after it go to the far end. */
export function Toolbar({ label, sticky = false, children }: Props) {
  return (
    <div role="toolbar" aria-label={label} className="toolbar" data-sticky={sticky || undefined}>
      {children}
    </div>
  );
}
