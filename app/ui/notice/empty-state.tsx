import type { ReactNode } from "react";

/** Says what is not here and, in one sentence, the next step. */
export function EmptyState({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <div className="empty">
      <p className="heading">{heading}</p>
      {children}
    </div>
  );
}
