import type { InputHTMLAttributes, ReactNode } from "react";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, ...rest }: Props) {
  return (
    <label className="choice">
      <input {...rest} type="checkbox" />
      <span>{label}</span>
      {hint && <span className="hint">{hint}</span>}
    </label>
  );
}
