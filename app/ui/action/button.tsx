import type { ButtonHTMLAttributes } from "react";

export type Weight = "first" | "second" | "quiet" | "danger";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  weight?: Weight;
  size?: "small";
  /** While the act runs: the button keeps its place and its words, and takes no second press. */
  busy?: boolean;
};

export function Button({ weight = "second", size, busy = false, type = "button", disabled, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className="button"
      data-weight={weight}
      data-size={size}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    />
  );
}
