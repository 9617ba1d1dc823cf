export type Agreement = "agrees" | "differs" | "missing" | "empty";

const paths: Record<Agreement, string> = {
  agrees: "M3 6h10M3 10h10",
  differs: "M3 6h10M3 10h10M11 2L5 14",
  missing: "M3 8h4M10 8h.01M13 8h.01",
  empty: "M8 8h.01",
};

/** The mark in the gutter between two texts: an equals sign, a struck one, or a line that breaks off. */
export function ParityMark({ agreement, name }: { agreement: Agreement; name: string }) {
  return (
    <span className="parity" data-parity={agreement} title={name}>
      <svg viewBox="0 0 16 16" role="img" aria-label={name}>
        <path d={paths[agreement]} />
      </svg>
    </span>
  );
}
