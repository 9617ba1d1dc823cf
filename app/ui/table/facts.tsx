import type { ReactNode } from "react";

type Fact = { name: ReactNode; value: ReactNode | ReactNode[] };
type Props = { facts: (Fact | null | false)[]; across?: boolean; lined?: boolean };

/** Names and values; what has no value is not named. */
export function Facts({ facts, across = false, lined = false }: Props) {
  return (
    <dl className="facts" data-across={across || undefined} data-lined={lined || undefined}>
      {facts.map((fact, i) => {
        if (!fact) return null;
        const values = Array.isArray(fact.value) ? fact.value : [fact.value];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity of their own and never move
          <div key={i}>
            <dt>{fact.name}</dt>
            {values.map((value, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <dd key={j}>{value}</dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
