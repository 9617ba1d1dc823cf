import type { Tlp } from "~/domain/advisories/advisory.form";

/** FIRST's colours in a small square on their black plate; the word carries the meaning. */
export function TlpMark({ label }: { label: Tlp }) {
  return (
    <span className="tlp">
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <rect className="plate" width="16" height="16" />
        <rect className="rim" x="0.5" y="0.5" width="15" height="15" />
        <rect data-label={label} x="4" y="4" width="8" height="8" />
      </svg>
      {`TLP:${label}`}
    </span>
  );
}
