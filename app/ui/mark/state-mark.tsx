import type { ReactNode } from "react";

const shapes = {
  disc: <circle cx="8" cy="8" r="6" className="solid" />,
  ring: <circle cx="8" cy="8" r="6" />,
  half: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12z" className="solid" />
    </>
  ),
  cross: <path d="M3 3l10 10M13 3L3 13" />,
  arrow: <path d="M2 8h11M9 3.5L13.5 8 9 12.5" />,
  tick: <path d="M2.5 8.5l4 4 7-9" />,
  plus: <path d="M8 2v12M2 8h12" />,
  minus: <path d="M2 8h12" />,
  shift: <path d="M5 13V3M1.5 6.5L5 3l3.5 3.5M11 3v10M7.5 9.5L11 13l3.5-3.5" />,
} as const;

export type Shape = keyof typeof shapes;
export type Tone = "plain" | "good" | "waiting" | "stopped";

/** A state is told by its word and its shape; the colour only repeats it. */
export function StateMark({
  shape,
  tone = "plain",
  children,
}: {
  shape: Shape;
  tone?: Tone;
  children: ReactNode;
}) {
  return (
    <span className="state" data-tone={tone}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[shape]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
