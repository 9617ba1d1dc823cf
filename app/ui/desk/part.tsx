import type { ReactNode } from "react";
import { SaveEdits } from "./desk-form";

type Props = { id: string; name: string; lead?: ReactNode; children: ReactNode };

/** A part of the draft with its name in the margin of the page. */
export function Part({ id, name, lead, children }: Props) {
  return (
    <section className="desk-part" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{name}</h2>
      {lead && <div className="part-lead">{lead}</div>}
      {children}
      <SaveEdits />
    </section>
  );
}
