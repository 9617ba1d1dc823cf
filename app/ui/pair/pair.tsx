import type { ReactNode } from "react";

type Props = {
  name?: ReactNode;
  left: ReactNode;
  right: ReactNode;
  /** What stands in the gutter: a parity mark. */
  mark: ReactNode;
  /** Across both columns: the difference, comments. */
  below?: ReactNode;
  id?: string;
};

/** One piece in two languages, side by side; stacked on a phone with the mark between. */
export function Pair({ name, left, right, mark, below, id }: Props) {
  return (
    <div className="pair" id={id}>
      {name && <div className="pair-name label">{name}</div>}
      <div>{left}</div>
      <div className="gutter">{mark}</div>
      <div>{right}</div>
      {below && <div className="pair-below">{below}</div>}
    </div>
  );
}
